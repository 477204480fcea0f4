package dev.orderwave.servicebus;

import java.time.Duration;
import java.util.regex.Pattern;

/// How one queue is set up; the names are those of a Service Bus queue's own settings.
///
/// @param name letters, digits, `.`, `-`, `_` and `/`; as in Azure, upper and lower case do not differ
/// @param lockDuration how long a receiver has a message to itself, at most the 5 minutes Azure allows;
///     clients that renew must do so clearly more often
/// @param maxDeliveryCount after so many failed deliveries a message goes to the dead-letter queue
public record QueueConfig(String name, Duration lockDuration, int maxDeliveryCount) {
    private static final Duration DEFAULT_LOCK_DURATION = Duration.ofSeconds(60);
    private static final Duration MAX_LOCK_DURATION = Duration.ofMinutes(5);
    private static final int DEFAULT_MAX_DELIVERY_COUNT = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._/-]{0,258}[A-Za-z0-9])?");

    public QueueConfig {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "queue name must be letters, digits and . - _ / inside, was \"" + name + "\"");
        }
        if (!lockDuration.isPositive() || lockDuration.compareTo(MAX_LOCK_DURATION) > 0) {
            throw new IllegalArgumentException("lock duration of queue " + name
                    + " must be more than 0 and at most 5 minutes, was " + lockDuration.toSeconds() + " s");
        }
        if (maxDeliveryCount < 1) {
            throw new IllegalArgumentException(
                    "max delivery count of queue " + name + " must be at least 1, was " + maxDeliveryCount);
        }
    }

    /// A queue with a lock of 60 seconds and 100 deliveries, which suits daprd with up to 32 active messages.
    public static QueueConfig named(String name) {
        return new QueueConfig(name, DEFAULT_LOCK_DURATION, DEFAULT_MAX_DELIVERY_COUNT);
    }

    public QueueConfig withLockDuration(Duration duration) {
        return new QueueConfig(name, duration, maxDeliveryCount);
    }

    public QueueConfig withMaxDeliveryCount(int count) {
        return new QueueConfig(name, lockDuration, count);
    }
}
