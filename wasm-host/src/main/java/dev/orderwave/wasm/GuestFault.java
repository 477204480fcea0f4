package dev.orderwave.wasm;

import java.util.Locale;

/// What a module can do wrong. The first group is found while it is loaded, the second while it runs.
public enum GuestFault {
    /// The module has more bytes than [Limits#maxModuleBytes].
    TOO_LARGE,
    /// The bytes are no WebAssembly.
    NOT_WASM,
    /// A component, not a core module: this host runs core modules only.
    COMPONENT,
    /// It declares more of something than is allowed: memory, functions, locals. Or it costs too much to compile.
    LIMIT,
    /// It uses a part of WebAssembly that this host does not run.
    FEATURE,
    /// It asks for something outside itself that is not a function of WASI.
    IMPORT_DENIED,
    /// It lacks `memory`, `alloc` or `handle`, or they have another signature.
    ABI,
    /// It is WebAssembly, but broken.
    INVALID,
    /// The compiler was not done within [Limits#toLoad].
    LOAD_TIMEOUT,

    /// The call was not done within [Limits#perCall].
    TIMEOUT,
    /// It called itself too deeply.
    STACK,
    /// It hit `unreachable`, a bad address, a division by zero or the like.
    TRAP,
    /// It needed more than [Limits#maxMemoryBytes], or than others left of what all guests share.
    MEMORY,
    /// `alloc` returned no room for the message.
    BAD_ALLOC,
    /// `handle` returned no text: outside its memory, too long, or not UTF-8.
    BAD_OUTPUT,
    /// It set the fault bit; the text is its own.
    GUEST_ERROR,
    /// It returned a text that is no verdict.
    BAD_VERDICT,
    /// It named an output that it was not granted.
    OUTPUT_DENIED,
    /// Not the module's doing: the caller's thread was interrupted.
    INTERRUPTED;

    /// The name in logs and metrics: `output-denied`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
