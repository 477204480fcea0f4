package dev.orderwave.loadgen.schedule;

/// What came of taking a schedule back.
///
/// @param cancelled orders that were on the queue and will not arrive
/// @param due orders that were due before, and went their way
public record Cancellation(int cancelled, int due) {}
