package dev.orderwave.loadgen.schedule;

import java.time.Instant;

/// A wave whose every order was accepted by the queue.
///
/// @param due when the queue releases the first order
/// @param acceptedAt when the last order was accepted
/// @param late how many orders were due before they were accepted: those came when they came
public record ScheduledWave(int orders, Instant due, Instant acceptedAt, int late) {

    /// False if orders were accepted after they were due: then the wave has not the shape that it should have.
    public boolean isInTime() {
        return late == 0;
    }
}
