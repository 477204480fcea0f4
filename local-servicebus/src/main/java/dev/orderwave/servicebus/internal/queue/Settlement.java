package dev.orderwave.servicebus.internal.queue;

import org.jspecify.annotations.Nullable;

/// What a receiver may decide about a message it has locked.
public sealed interface Settlement {
    /// Done: the message is gone.
    record Complete() implements Settlement {}

    /// Failed: back to its place in the queue, one delivery counted.
    record Abandon() implements Settlement {}

    /// Not wanted after all: back to its place in the queue, nothing counted.
    record Release() implements Settlement {}

    /// Later: kept aside until asked for by sequence number.
    record Defer() implements Settlement {}

    /// Hopeless: to the dead-letter queue, with a reason for whoever looks there.
    record DeadLetter(@Nullable String reason, @Nullable String description) implements Settlement {}
}
