package dev.orderwave.wasm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps what the compiler made of a module, so that a module is compiled once and not at each start.
///
/// What is kept is code that runs in this process without being checked again: whoever can write there can do what
/// the process can.
public interface ClassCache {

    /// The classes that were kept for the module with this SHA-256.
    Optional<byte[]> find(String sha256) throws IOException;

    /// Keeps the classes. If that fails, the module is compiled again the next time.
    void keep(String sha256, byte[] classes) throws IOException;

    /// Keeps nothing.
    static ClassCache none() {
        return NoClassCache.NONE;
    }

    /// Keeps a file for each module in a folder, which is made if it is missing and which only its owner may use.
    ///
    /// @throws IllegalArgumentException if others may write there
    static ClassCache inFolder(Path folder) {
        return ClassFolder.open(folder);
    }
}
