package dev.orderwave.wasm;

import java.util.Map;
import java.util.Optional;

/// One thing to send: where to, with which metadata, and what.
///
/// @param to one of the outputs the module was granted
/// @param data the JSON text the module wrote, byte for byte; empty if the message is to be sent on as it came
public record Emission(String to, Map<String, String> metadata, Optional<byte[]> data) {
    public Emission {
        metadata = Map.copyOf(metadata);
    }

    /// The bytes to send, given the message the module was asked about.
    public byte[] dataOr(byte[] message) {
        return data.orElse(message);
    }
}
