package dev.orderwave.servicebus.internal.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened in one queue so far.
final class Counters {
    long enqueued;
    long delivered;
    long completed;
    long abandoned;
    long lockExpired;
    long expired;
    long deadLettered;
    long mostFailedDeliveries;

    @Nullable
    Instant firstEnqueuedAt;

    @Nullable
    Instant lastCompletedAt;

    Counters(Totals earlier) {
        enqueued = earlier.enqueued();
        delivered = earlier.delivered();
        completed = earlier.completed();
        abandoned = earlier.abandoned();
        lockExpired = earlier.lockExpired();
        expired = earlier.expired();
        deadLettered = earlier.deadLettered();
        mostFailedDeliveries = earlier.mostFailedDeliveries();
        firstEnqueuedAt = earlier.firstEnqueuedAt();
        lastCompletedAt = earlier.lastCompletedAt();
    }

    Totals totals(long lastSequenceNumber) {
        return new Totals(
                lastSequenceNumber,
                enqueued,
                delivered,
                completed,
                abandoned,
                lockExpired,
                expired,
                deadLettered,
                mostFailedDeliveries,
                firstEnqueuedAt,
                lastCompletedAt);
    }

    void countEnqueued(long now) {
        enqueued++;
        if (firstEnqueuedAt == null) {
            firstEnqueuedAt = Instant.ofEpochMilli(now);
        }
    }

    void countCompleted(long now) {
        completed++;
        lastCompletedAt = Instant.ofEpochMilli(now);
    }
}
