package dev.orderwave.processor.lineup;

import java.util.Optional;

/// What a lineup looks at in a message.
public interface Incoming {
    /// Stays the same when the message is delivered again.
    String id();

    Optional<String> attribute(String name);
}
