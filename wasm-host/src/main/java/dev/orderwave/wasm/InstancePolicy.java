package dev.orderwave.wasm;

/// Where the instance for a message comes from. Either way no message finds anything of the one before.
public enum InstancePolicy {
    /// An instance that begins anew with each message, as if it had never run.
    FRESH,
    /// An instance that is put back, after each message, to how it was when it had started. For modules that take
    /// long to start; costs a copy of the whole memory for each message.
    SNAPSHOT
}
