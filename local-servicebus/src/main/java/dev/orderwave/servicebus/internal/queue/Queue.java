package dev.orderwave.servicebus.internal.queue;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.message.SentMessage;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// One queue: messages in sequence order, locked while a receiver works on them, dead-lettered when all deliveries
/// failed.
///
/// In a dead-letter queue nothing expires, as in Azure. Belongs to one thread. Time moves only by [#advance()]: whoever
/// drives the queue calls it when [#nextDue()] has come, and again as long as it has. Whatever the queue holds enters
/// through `keep`, changes through `record` and leaves through `forget`, and each tells the [Journal].
///
/// Longer than a class should be, so that all ways a message can go are to be seen at once.
public final class Queue {
    private static final Settlement.DeadLetter EXPIRED =
            new Settlement.DeadLetter("TTLExpiredException", "The message expired and was dead lettered.");
    private final QueueConfig config;
    private final InstantSource clock;
    private final Journal journal;
    private final @Nullable Queue deadLetterQueue;
    private final TreeMap<Long, QueuedMessage> messages = new TreeMap<>();
    private final TreeMap<Long, QueuedMessage> active = new TreeMap<>();
    private final Map<Long, QueuedMessage> deferred = new HashMap<>();
    private final Schedule schedule = new Schedule();
    private final Expiry expiry;
    private final Optional<DuplicateDetection> duplicateDetection;
    private final Locks locks;
    private final WayBack wayBack;
    private final Counters counters;
    private Runnable listener = () -> {};
    private long lastSequenceNumber;
    private boolean hasNews;

    private Queue(QueueConfig config, InstantSource clock, Journal journal, @Nullable Queue deadLetterQueue) {
        this.config = config;
        this.clock = clock;
        this.journal = journal;
        this.deadLetterQueue = deadLetterQueue;
        this.expiry = new Expiry(config.defaultTimeToLive());
        this.duplicateDetection = config.duplicateDetectionWindow().map(DuplicateDetection::new);
        this.locks = new Locks(config.lockDuration().toMillis());
        this.wayBack = new WayBack(config.redeliveryPause().toMillis());
        this.counters = new Counters(journal.totals());
        this.lastSequenceNumber = journal.totals().lastSequenceNumber();
        journal.replay(this::restore);
    }

    /// A queue with a dead-letter queue of its own, which has no limit of deliveries and no dead-letter queue. Both
    /// go on where their journals end.
    public static Queue of(QueueConfig config, InstantSource clock, Journals journals) {
        var name = config.name().toLowerCase(Locale.ROOT);
        var deadLetterQueue = new Queue(config, clock, journals.of(name + "/$deadletterqueue"), null);
        return new Queue(config, clock, journals.of(name), deadLetterQueue);
    }

    public String name() {
        return config.name();
    }

    public int maxMessageBytes() {
        return config.maxMessageBytes();
    }

    /// The queue of this queue's dead letters; a dead-letter queue is its own.
    public Queue deadLetterQueue() {
        return deadLetterQueue == null ? this : deadLetterQueue;
    }

    /// Has the listener told whenever there may be something to deliver or another time to wait for.
    public void onChange(Runnable newListener) {
        listener = newListener;
    }

    /// Takes a message in, active or scheduled as it asks, and returns its sequence number; a duplicate is not taken
    /// in, and its number is that of the first.
    public long enqueue(SentMessage sent) {
        var now = clock.millis();
        return firstOf(sent, now).orElseGet(() -> enqueue(sent, now));
    }

    private long enqueue(SentMessage sent, long now) {
        var number = nextSequenceNumber();
        sent.messageId().ifPresent(id -> remember(id, number, now));
        if (sent.scheduledEnqueueTime() > now) {
            var message = QueuedMessage.scheduled(sent, number, now);
            keep(message);
            schedule.add(message);
        } else {
            counters.countEnqueued(now);
            makeAvailable(keep(QueuedMessage.active(sent, number, now)));
        }
        listener.run();
        return number;
    }

    /// Takes a scheduled message out again; false if none has this number (any more).
    public boolean cancelScheduled(long sequenceNumber) {
        var message = messages.get(sequenceNumber);
        if (message == null || message.state() != MessageState.SCHEDULED) {
            return false;
        }
        schedule.remove(message);
        forget(message);
        return true;
    }

    /// Locks the first active message for a receiver; null if there is none yet.
    public @Nullable QueuedMessage receive() {
        var message = nextActive();
        return message == null ? null : lock(message);
    }

    /// Takes the first active message out for good; null if there is none yet.
    public @Nullable QueuedMessage receiveAndDelete() {
        var message = nextActive();
        return message == null ? null : delete(message);
    }

    /// Locks the deferred message of this number; null if there is none, or another receiver has it.
    public @Nullable QueuedMessage receiveDeferred(long sequenceNumber) {
        var message = deferred.remove(sequenceNumber);
        return message == null ? null : lock(message);
    }

    /// Takes the deferred message of this number out for good; null if there is none, or another receiver has it.
    public @Nullable QueuedMessage receiveAndDeleteDeferred(long sequenceNumber) {
        var message = deferred.remove(sequenceNumber);
        return message == null ? null : delete(message);
    }

    /// Extends a lock and returns its new end in epoch milliseconds; null if the lock is lost.
    public @Nullable Long renew(LockToken token) {
        return locks.renew(token, clock.millis());
    }

    /// Ends a lock by what the receiver decided; false if the lock is lost, and then nothing happened.
    public boolean settle(LockToken token, Settlement settlement) {
        var message = locks.release(token);
        if (message == null) {
            return false;
        }
        switch (settlement) {
            case Settlement.Complete() -> {
                forget(message);
                counters.countCompleted(clock.millis());
            }
            case Settlement.Abandon(var properties) -> {
                message.modify(properties);
                counters.abandoned++;
                if (deliveryFailed(message)) {
                    sendBack(message);
                }
            }
            case Settlement.Release() -> makeAvailable(message);
            case Settlement.Defer(var properties) -> {
                message.modify(properties);
                message.defer();
                record(message);
                makeAvailable(message);
            }
            case Settlement.DeadLetter why -> deadLetter(message, why);
        }
        return true;
    }

    /// Reads on from a sequence number, whatever the state of the messages, without locking them. Of very many that
    /// waited too long some may be seen once more, as in Azure.
    public List<QueuedMessage> peek(long fromSequenceNumber, int count) {
        expireMessages(clock.millis());
        return messages.tailMap(fromSequenceNumber).values().stream()
                .limit(count)
                .toList();
    }

    /// Whether more messages may come in; if not, the disk that keeps them is nearly full.
    public boolean hasRoom() {
        return journal.hasRoom();
    }

    /// Has the journal know what else it should before it is committed.
    public void prepareCommit() {
        if (hasNews) {
            journal.put(counters.totals(lastSequenceNumber));
            hasNews = false;
        }
        if (deadLetterQueue != null) {
            deadLetterQueue.prepareCommit();
        }
    }

    public boolean hasActive() {
        return !active.isEmpty();
    }

    /// Lets time pass: scheduled messages that are due become active, locks that ended count as failed deliveries,
    /// messages that waited too long are gone. A [Portion] of each: of very many the rest is left, due as before.
    public void advance() {
        var now = clock.millis();
        for (var message : schedule.takeDue(now)) {
            forget(message);
            message.activate(nextSequenceNumber(), now);
            counters.countEnqueued(now);
            makeAvailable(keep(message));
        }
        for (var message : locks.takeExpired(now)) {
            counters.lockExpired++;
            if (deliveryFailed(message)) {
                makeAvailable(message);
            }
        }
        wayBack.takeDue(now).forEach(this::makeAvailable);
        expireMessages(now);
    }

    /// When [#advance()] next has something to do, in epoch milliseconds; [Long#MAX_VALUE] for never.
    public long nextDue() {
        return LongStream.of(schedule.nextDue(), locks.nextExpiry(), expiry.nextExpiry(), wayBack.nextDue())
                .min()
                .getAsLong();
    }

    public QueueStatistics statistics() {
        return new QueueStatistics(
                config.name(),
                schedule.size(),
                active.size() + wayBack.size(),
                locks.size(),
                deferred.size(),
                deadLetterQueue == null ? 0 : deadLetterQueue.messages.size(),
                counters.enqueued,
                counters.delivered,
                counters.completed,
                counters.abandoned,
                counters.lockExpired,
                counters.expired,
                counters.deadLettered,
                counters.mostFailedDeliveries,
                counters.firstEnqueuedAt,
                counters.lastCompletedAt);
    }

    private QueuedMessage lock(QueuedMessage message) {
        locks.lock(message, clock.millis());
        counters.delivered++;
        listener.run();
        return message;
    }

    private QueuedMessage delete(QueuedMessage message) {
        forget(message);
        counters.delivered++;
        counters.countCompleted(clock.millis());
        return message;
    }

    private Optional<Long> firstOf(SentMessage sent, long now) {
        return duplicateDetection.flatMap(detection -> sent.messageId().flatMap(id -> detection.firstOf(id, now)));
    }

    private void remember(String messageId, long sequenceNumber, long time) {
        duplicateDetection.ifPresent(detection -> detection.remember(messageId, sequenceNumber, time));
    }

    /// The next message to deliver, never one that outlived its time: more of those than a portion go first.
    private @Nullable QueuedMessage nextActive() {
        var now = clock.millis();
        expireMessages(now);
        if (expiry.nextExpiry() <= now) {
            return null;
        }
        var first = active.pollFirstEntry();
        if (first == null) {
            return null;
        }
        expiry.remove(first.getValue());
        return first.getValue();
    }

    private void expireMessages(long now) {
        for (var message : expiry.takeExpired(now)) {
            active.remove(message.sequenceNumber());
            if (config.deadLetteringOnExpiration()) {
                deadLetter(message, EXPIRED);
            } else {
                forget(message);
                counters.expired++;
            }
        }
    }

    /// Whether the message stays; if not, this was its last delivery, and it is a dead letter now.
    private boolean deliveryFailed(QueuedMessage message) {
        message.countFailedDelivery();
        var attempts = message.failedDeliveries();
        counters.mostFailedDeliveries = Math.max(counters.mostFailedDeliveries, attempts);
        if (deadLetterQueue != null && attempts >= config.maxDeliveryCount()) {
            deadLetter(
                    message,
                    new Settlement.DeadLetter(
                            "MaxDeliveryCountExceeded",
                            "Message could not be consumed after " + attempts + " delivery attempts."));
            return false;
        }
        record(message);
        return true;
    }

    private void sendBack(QueuedMessage message) {
        if (config.redeliveryPause().isZero() || message.state() == MessageState.DEFERRED) {
            makeAvailable(message);
        } else {
            wayBack.add(message, clock.millis());
            listener.run();
        }
    }

    private void deadLetter(QueuedMessage message, Settlement.DeadLetter why) {
        if (deadLetterQueue == null) {
            makeAvailable(message);
            return;
        }
        forget(message);
        counters.deadLettered++;
        deadLetterQueue.makeAvailable(deadLetterQueue.keep(message.deadLettered(why, config.name())));
    }

    /// Puts a message where its state belongs: in sequence order among the active ones, or aside until asked for.
    private void makeAvailable(QueuedMessage message) {
        if (message.state() == MessageState.DEFERRED) {
            deferred.put(message.sequenceNumber(), message);
        } else {
            active.put(message.sequenceNumber(), message);
            if (deadLetterQueue != null) {
                expiry.add(message);
            }
            listener.run();
        }
    }

    private QueuedMessage keep(QueuedMessage message) {
        messages.put(message.sequenceNumber(), message);
        record(message);
        return message;
    }

    private void record(QueuedMessage message) {
        journal.put(message.toRecord());
        hasNews = true;
    }

    private void forget(QueuedMessage message) {
        Objects.requireNonNull(messages.remove(message.sequenceNumber()));
        journal.remove(message.sequenceNumber());
        hasNews = true;
    }

    /// Takes a message of an earlier life back in. Whoever had it locked has lost it, which is no failed delivery: the
    /// queue failed, not the receiver.
    private void restore(MessageRecord earlier) {
        var message = QueuedMessage.of(earlier);
        messages.put(message.sequenceNumber(), message);
        message.messageId().ifPresent(id -> remember(id, earlier.sequenceNumber(), earlier.enqueuedTime()));
        if (message.state() == MessageState.SCHEDULED) {
            schedule.add(message);
        } else {
            makeAvailable(message);
        }
    }

    private long nextSequenceNumber() {
        return ++lastSequenceNumber;
    }
}
