package dev.orderwave.servicebus;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How one queue is set up; the names are those of a Service Bus queue's own settings.
///
/// @param name letters, digits, `.`, `-`, `_` and `/`; as in Azure, upper and lower case do not differ
/// @param lockDuration how long a receiver has a message to itself, at most the 5 minutes Azure allows;
///     clients that renew must do so clearly more often
/// @param maxDeliveryCount after so many failed deliveries a message goes to the dead-letter queue
/// @param defaultTimeToLive how long a message waits at most, whatever its sender allows it; for ever if there is none
/// @param deadLetteringOnExpiration whether a message that waited too long is dead-lettered; else it is dropped
/// @param duplicateDetectionWindow for how long a second message of the same id is taken for the first and dropped;
///     if there is none, messages of the same id are messages like others
/// @param maxMessageBytes what a message, or a batch, may have; more is rejected
/// @param redeliveryPause how long an abandoned message is on its way back; in Azure it takes two round trips at least
public record QueueConfig(
        String name,
        Duration lockDuration,
        int maxDeliveryCount,
        Optional<Duration> defaultTimeToLive,
        boolean deadLetteringOnExpiration,
        Optional<Duration> duplicateDetectionWindow,
        int maxMessageBytes,
        Duration redeliveryPause) {
    private static final Duration DEFAULT_LOCK_DURATION = Duration.ofSeconds(60);
    private static final Duration MAX_LOCK_DURATION = Duration.ofMinutes(5);
    private static final int DEFAULT_MAX_DELIVERY_COUNT = 100;
    private static final int STANDARD_TIER_MESSAGE_BYTES = 256 * 1024;
    private static final int MIN_MESSAGE_BYTES = 1024;
    private static final int MAX_MESSAGE_BYTES = 100 * 1024 * 1024;
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
        requirePositive("default time to live of queue " + name, defaultTimeToLive);
        requirePositive("duplicate detection window of queue " + name, duplicateDetectionWindow);
        if (redeliveryPause.isNegative()) {
            throw new IllegalArgumentException("redelivery pause of queue " + name + " cannot be negative, was "
                    + redeliveryPause.toMillis() + " ms");
        }
        if (maxMessageBytes < MIN_MESSAGE_BYTES || maxMessageBytes > MAX_MESSAGE_BYTES) {
            throw new IllegalArgumentException("max message size of queue " + name + " must be 1 KiB to 100 MiB, was "
                    + maxMessageBytes + " bytes");
        }
    }

    /// A queue with a lock of 60 seconds, 100 deliveries, and messages of at most 256 KiB, as in Azure's Standard tier.
    /// Nothing expires, nothing is a duplicate, and what is abandoned is back at once.
    public static QueueConfig named(String name) {
        return new QueueConfig(
                name,
                DEFAULT_LOCK_DURATION,
                DEFAULT_MAX_DELIVERY_COUNT,
                Optional.empty(),
                false,
                Optional.empty(),
                STANDARD_TIER_MESSAGE_BYTES,
                Duration.ZERO);
    }

    public QueueConfig withLockDuration(Duration duration) {
        return new QueueConfig(
                name,
                duration,
                maxDeliveryCount,
                defaultTimeToLive,
                deadLetteringOnExpiration,
                duplicateDetectionWindow,
                maxMessageBytes,
                redeliveryPause);
    }

    public QueueConfig withMaxDeliveryCount(int count) {
        return new QueueConfig(
                name,
                lockDuration,
                count,
                defaultTimeToLive,
                deadLetteringOnExpiration,
                duplicateDetectionWindow,
                maxMessageBytes,
                redeliveryPause);
    }

    public QueueConfig withDefaultTimeToLive(Duration timeToLive) {
        return new QueueConfig(
                name,
                lockDuration,
                maxDeliveryCount,
                Optional.of(timeToLive),
                deadLetteringOnExpiration,
                duplicateDetectionWindow,
                maxMessageBytes,
                redeliveryPause);
    }

    public QueueConfig withDeadLetteringOnExpiration() {
        return new QueueConfig(
                name,
                lockDuration,
                maxDeliveryCount,
                defaultTimeToLive,
                true,
                duplicateDetectionWindow,
                maxMessageBytes,
                redeliveryPause);
    }

    public QueueConfig withDuplicateDetection(Duration window) {
        return new QueueConfig(
                name,
                lockDuration,
                maxDeliveryCount,
                defaultTimeToLive,
                deadLetteringOnExpiration,
                Optional.of(window),
                maxMessageBytes,
                redeliveryPause);
    }

    public QueueConfig withMaxMessageBytes(int bytes) {
        return new QueueConfig(
                name,
                lockDuration,
                maxDeliveryCount,
                defaultTimeToLive,
                deadLetteringOnExpiration,
                duplicateDetectionWindow,
                bytes,
                redeliveryPause);
    }

    public QueueConfig withRedeliveryPause(Duration pause) {
        return new QueueConfig(
                name,
                lockDuration,
                maxDeliveryCount,
                defaultTimeToLive,
                deadLetteringOnExpiration,
                duplicateDetectionWindow,
                maxMessageBytes,
                pause);
    }

    private static void requirePositive(String what, Optional<Duration> duration) {
        if (duration.isPresent() && !duration.get().isPositive()) {
            throw new IllegalArgumentException(
                    what + " must be more than 0, was " + duration.get().toSeconds() + " s");
        }
    }
}
