package dev.orderwave.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/// What a service grants its module to send to.
public sealed interface Output {
    Emitter<byte[]> emitter();

    /// What the binding is told about one emission.
    ///
    /// @param said what the module said
    /// @param message the incoming message that the module saw
    Map<String, String> metadata(Map<String, String> said, byte[] message);

    /// Takes each emission as another message; the binding is told what the module said.
    static Output queue(Emitter<byte[]> emitter) {
        return new Queue(emitter);
    }

    /// Keeps one blob per message and name: the name that the module says, and the message's hash.
    static Output blobs(Emitter<byte[]> emitter) {
        return new Blobs(emitter);
    }

    /// See [#queue].
    record Queue(Emitter<byte[]> emitter) implements Output {
        @Override
        public Map<String, String> metadata(Map<String, String> said, byte[] message) {
            return said;
        }
    }

    /// See [#blobs].
    record Blobs(Emitter<byte[]> emitter) implements Output {
        private static final String NAME = "blobName";

        @Override
        public Map<String, String> metadata(Map<String, String> said, byte[] message) {
            var metadata = new HashMap<>(said);
            metadata.put(NAME, BlobName.of(Optional.ofNullable(said.get(NAME)), message));
            return metadata;
        }
    }
}
