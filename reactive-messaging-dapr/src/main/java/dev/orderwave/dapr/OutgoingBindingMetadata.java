package dev.orderwave.dapr;

import java.util.Map;
import java.util.Optional;

/// How one message is to be sent; what is left open is the channel's setting.
///
/// @param operation the binding's operation, for example `create`
/// @param metadata the binding's own words, for example `blobName`
public record OutgoingBindingMetadata(Optional<String> operation, Map<String, String> metadata) {
    public OutgoingBindingMetadata {
        metadata = Map.copyOf(metadata);
    }

    /// With the channel's operation.
    public static OutgoingBindingMetadata of(Map<String, String> metadata) {
        return new OutgoingBindingMetadata(Optional.empty(), metadata);
    }
}
