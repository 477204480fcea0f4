package dev.orderwave.modules;

import java.util.Map;
import java.util.Objects;
import land.oras.Layer;

/// What a manifest says of one of its blobs.
record Blob(String mediaType, Digest digest, long size, Map<String, String> annotations) {

    static Blob of(String mediaType, byte[] content) {
        return new Blob(mediaType, Digest.of(content), content.length, Map.of());
    }

    /// @throws IllegalArgumentException if it says too little to fetch and check the blob
    static Blob of(Layer layer) {
        var digest = Objects.requireNonNullElse(layer.getDigest(), "");
        var size = layer.getSize();
        if (size == null) {
            throw new IllegalArgumentException("its layer " + digest + " has no size");
        }
        return new Blob(
                Objects.requireNonNullElse(layer.getMediaType(), ""),
                Digest.parse(digest),
                size,
                Objects.requireNonNullElse(layer.getAnnotations(), Map.of()));
    }

    Blob with(String annotation, String value) {
        return new Blob(mediaType, digest, size, Map.of(annotation, value));
    }

    Layer toLayer() {
        return Layer.fromDigest(digest.toString(), size)
                .withMediaType(mediaType)
                .withAnnotations(annotations);
    }
}
