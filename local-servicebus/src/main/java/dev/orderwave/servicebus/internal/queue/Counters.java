package dev.orderwave.servicebus.internal.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened in one queue since it started.
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
