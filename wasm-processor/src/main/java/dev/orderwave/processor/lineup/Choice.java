package dev.orderwave.processor.lineup;

import dev.orderwave.wasm.Guest;
import java.util.function.Supplier;

/// The module for one message.
public sealed interface Choice {

    /// It is loaded.
    record Ready(Guest guest) implements Choice {}

    /// It is loaded by whoever asks for it, which may take as long as a download.
    record ToLoad(Supplier<Guest> guest) implements Choice {}
}
