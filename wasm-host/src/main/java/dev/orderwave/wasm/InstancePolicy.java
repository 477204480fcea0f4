package dev.orderwave.wasm;

/// Where the instance for a message comes from. Either way no message finds anything of the one before.
public enum InstancePolicy {
    /// A new instance for each message.
    FRESH,
    /// An instance that is put back, after each message, to how it was after it had started and handled an empty
    /// object.
    /// For modules that take long to start; costs a copy of the whole memory for each message.
    SNAPSHOT
}
