package dev.orderwave.servicebus.internal.queue;

import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import org.jspecify.annotations.Nullable;

/// What a receiver may decide about a message it has locked. Most decisions may set properties of the message, too.
public sealed interface Settlement {
    /// Done: the message is gone.
    record Complete() implements Settlement {}

    /// Failed: back to its place in the queue, one delivery counted.
    record Abandon(ModifiedProperties properties) implements Settlement {
        public Abandon() {
            this(ModifiedProperties.NONE);
        }
    }

    /// Not wanted after all: back to its place in the queue, nothing counted.
    record Release() implements Settlement {}

    /// Later: kept aside until asked for by sequence number.
    record Defer(ModifiedProperties properties) implements Settlement {
        public Defer() {
            this(ModifiedProperties.NONE);
        }
    }

    /// Hopeless: to the dead-letter queue, with a reason for whoever looks there.
    record DeadLetter(ModifiedProperties properties) implements Settlement {
        public DeadLetter(@Nullable String reason, @Nullable String description) {
            this(ModifiedProperties.NONE
                    .with("DeadLetterReason", reason)
                    .with("DeadLetterErrorDescription", description));
        }
    }
}
