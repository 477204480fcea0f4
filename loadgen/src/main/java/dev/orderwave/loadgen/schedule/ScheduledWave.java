package dev.orderwave.loadgen.schedule;

import java.time.Instant;

/// A wave whose every order was accepted by the queue.
///
/// @param due when the queue releases all orders
/// @param acceptedAt when the last order was accepted
public record ScheduledWave(int orders, Instant due, Instant acceptedAt) {

    /// False if the wave was due before it was complete: then it dribbles in and is no burst.
    public boolean isBurst() {
        return !acceptedAt.isAfter(due);
    }
}
