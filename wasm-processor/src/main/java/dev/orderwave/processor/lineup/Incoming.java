package dev.orderwave.processor.lineup;

import java.util.Optional;
import java.util.function.Function;

/// What a lineup looks at in a message.
///
/// @param id stays the same when the message is delivered again
/// @param attributes finds an attribute by its name
public record Incoming(String id, Function<String, Optional<String>> attributes) {}
