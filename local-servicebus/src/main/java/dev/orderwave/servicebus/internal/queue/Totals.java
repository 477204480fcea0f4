package dev.orderwave.servicebus.internal.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a queue knows beside its messages: the last sequence number it gave, and what happened in it so far.
public record Totals(
        long lastSequenceNumber,
        long enqueued,
        long delivered,
        long completed,
        long abandoned,
        long lockExpired,
        long expired,
        long deadLettered,
        long mostFailedDeliveries,
        @Nullable Instant firstEnqueuedAt,
        @Nullable Instant lastCompletedAt) {
    /// Of a queue in which nothing has happened yet.
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
}
