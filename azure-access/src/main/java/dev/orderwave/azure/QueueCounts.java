package dev.orderwave.azure;

/// How many messages a queue holds, by what they wait for.
///
/// @param active may be received now, or were and are not completed yet
/// @param scheduled are not due yet
public record QueueCounts(long active, long scheduled, long deadLettered) {}
