package dev.orderwave.servicebus.internal.queue;

import dev.orderwave.servicebus.internal.message.BrokerFacts;
import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import dev.orderwave.servicebus.internal.message.SentMessage;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One message in a queue: what was sent, and what the queue has learned about it since. Only its queue changes it.
public final class QueuedMessage {
    private SentMessage sent;
    private final @Nullable String deadLetterSource;
    private long sequenceNumber;
    private long enqueuedTime;
    private int failedDeliveries;
    private MessageState state;
    private @Nullable Lock lock;

    private QueuedMessage(
            SentMessage sent,
            @Nullable String deadLetterSource,
            long sequenceNumber,
            long enqueuedTime,
            int failedDeliveries,
            MessageState state) {
        this.sent = sent;
        this.deadLetterSource = deadLetterSource;
        this.sequenceNumber = sequenceNumber;
        this.enqueuedTime = enqueuedTime;
        this.failedDeliveries = failedDeliveries;
        this.state = state;
    }

    static QueuedMessage active(SentMessage sent, long sequenceNumber, long now) {
        return new QueuedMessage(sent, null, sequenceNumber, now, 0, MessageState.ACTIVE);
    }

    static QueuedMessage scheduled(SentMessage sent, long sequenceNumber, long now) {
        return new QueuedMessage(sent, null, sequenceNumber, now, 0, MessageState.SCHEDULED);
    }

    /// The message as it was before the process ended, without the lock it may have had.
    static QueuedMessage of(MessageRecord earlier) {
        return new QueuedMessage(
                SentMessage.of(earlier.message()),
                earlier.deadLetterSource(),
                earlier.sequenceNumber(),
                earlier.enqueuedTime(),
                earlier.failedDeliveries(),
                earlier.state());
    }

    MessageRecord toRecord() {
        return new MessageRecord(sequenceNumber, enqueuedTime, failedDeliveries, state, deadLetterSource, sent.bytes());
    }

    /// The message as the dead-letter queue holds it: same number, same age, same count, and why it is there.
    QueuedMessage deadLettered(Settlement.DeadLetter why, String source) {
        return new QueuedMessage(
                sent.with(why.properties()),
                source,
                sequenceNumber,
                enqueuedTime,
                failedDeliveries,
                MessageState.ACTIVE);
    }

    public long sequenceNumber() {
        return sequenceNumber;
    }

    /// The lock of the message's current receiver; asking for it when there is none is a mistake of the caller.
    public Lock lock() {
        if (lock == null) {
            throw new IllegalStateException("message " + sequenceNumber + " is not locked");
        }
        return lock;
    }

    /// The message encoded for a receiver.
    public ByteBuffer encode() {
        var facts = new BrokerFacts(
                sequenceNumber,
                enqueuedTime,
                failedDeliveries,
                state.number(),
                deadLetterSource,
                lock == null ? null : lock.token().id(),
                lock == null ? 0 : lock.until());
        return facts.encode(sent).toByteBuffer();
    }

    int size() {
        return sent.bytes().length;
    }

    Optional<String> messageId() {
        return sent.messageId();
    }

    long scheduledEnqueueTime() {
        return sent.scheduledEnqueueTime();
    }

    MessageState state() {
        return state;
    }

    int failedDeliveries() {
        return failedDeliveries;
    }

    long enqueuedTime() {
        return enqueuedTime;
    }

    /// How long the sender lets the message wait, in milliseconds; [Long#MAX_VALUE] for ever.
    long timeToLive() {
        return sent.timeToLive();
    }

    void activate(long newSequenceNumber, long now) {
        sequenceNumber = newSequenceNumber;
        enqueuedTime = now;
        state = MessageState.ACTIVE;
    }

    void modify(ModifiedProperties properties) {
        sent = sent.with(properties);
    }

    void defer() {
        state = MessageState.DEFERRED;
    }

    void countFailedDelivery() {
        failedDeliveries++;
    }

    void lock(@Nullable Lock newLock) {
        lock = newLock;
    }
}
