package dev.orderwave.wasm;

/// What a module may learn from outside its message. None of it is granted unless the service says so: then equal
/// messages get equal verdicts, whenever and wherever.
public enum Capability {
    /// The time of day and a clock that runs. Without it, it is always 2000-01-01T00:00:00Z.
    CLOCK,
    /// Random numbers. Without it, they are the same for each message.
    RANDOM
}
