package dev.orderwave.wasm.hostile;

import java.util.function.Supplier;

/// An entry of the catalogue.
///
/// @param wasm makes the module; some are large, so none is kept
record HostileModule(String group, String name, Supplier<byte[]> wasm, Ending ending) {

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
