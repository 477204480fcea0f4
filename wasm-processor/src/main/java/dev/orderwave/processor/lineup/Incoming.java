package dev.orderwave.processor.lineup;

import java.util.Optional;

/// What a lineup looks at in a message.
public interface Incoming {
    /// Stays the same when the message is delivered again.
    String id();

    /// One of the message's own properties; empty if it has none of that name.
    Optional<String> attribute(String name);
}
