package dev.orderwave.servicebus.internal.queue;

import org.jspecify.annotations.Nullable;

/// A message as a journal keeps it: everything about it but its lock.
///
/// @param message as its sender encoded it
public record MessageRecord(
        long sequenceNumber,
        long enqueuedTime,
        int failedDeliveries,
        MessageState state,
        @Nullable String deadLetterSource,
        byte[] message) {}
