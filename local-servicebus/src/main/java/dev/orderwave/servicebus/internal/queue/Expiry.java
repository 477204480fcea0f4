package dev.orderwave.servicebus.internal.queue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The active messages of a queue that will not wait for ever, the first to expire first. A message waits as long as
/// its sender allows, and never longer than its queue does.
final class Expiry {
    private final long defaultTimeToLive;
    private final TreeSet<QueuedMessage> messages =
            new TreeSet<>(Comparator.comparingLong(this::expiryOf).thenComparingLong(QueuedMessage::sequenceNumber));

    Expiry(Optional<Duration> defaultTimeToLive) {
        this.defaultTimeToLive = defaultTimeToLive.map(Duration::toMillis).orElse(Long.MAX_VALUE);
    }

    void add(QueuedMessage message) {
        if (expiryOf(message) < Long.MAX_VALUE) {
            messages.add(message);
        }
    }

    void remove(QueuedMessage message) {
        messages.remove(message);
    }

    /// The next portion of those that have waited too long.
    List<QueuedMessage> takeExpired(long now) {
        var expired = new Portion();
        while (nextExpiry() <= now && expired.hasRoom()) {
            expired.add(messages.removeFirst());
        }
        return expired.messages();
    }

    /// When the first message expires; [Long#MAX_VALUE] if none ever does.
    long nextExpiry() {
        return messages.isEmpty() ? Long.MAX_VALUE : expiryOf(messages.first());
    }

    private long expiryOf(QueuedMessage message) {
        var timeToLive = Math.min(message.timeToLive(), defaultTimeToLive);
        return timeToLive == Long.MAX_VALUE ? Long.MAX_VALUE : message.enqueuedTime() + timeToLive;
    }
}
