package dev.orderwave.wasm;

import java.util.List;

/// What a module decided about a message. Both are good outcomes; a module that cannot decide is a [GuestException].
public sealed interface Verdict {

    /// Send these on. There is at least one: a message never just vanishes.
    record Emit(List<Emission> emissions) implements Verdict {
        public Emit {
            if (emissions.isEmpty()) {
                throw new IllegalArgumentException("a verdict must emit something or reject the message");
            }
            emissions = List.copyOf(emissions);
        }
    }

    /// The message is not acceptable, for this reason.
    record Reject(String reason) implements Verdict {
        public Reject {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a rejection must say why");
            }
        }
    }
}
