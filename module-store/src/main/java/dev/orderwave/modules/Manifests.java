package dev.orderwave.modules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import land.oras.Config;
import land.oras.Manifest;

/// Manifests of OCI artifacts, read and written.
final class Manifests {
    private Manifests() {}

    /// @param reference names the manifest in error messages
    static List<Blob> layers(OciReference reference, byte[] manifest) {
        try {
            return Manifest.fromJson(new String(manifest, StandardCharsets.UTF_8)).getLayers().stream()
                    .map(Blob::of)
                    .toList();
        } catch (RuntimeException e) { // of the library's JSON parser, or of a layer that says too little
            throw new ModuleStoreException(
                    "%s is refused: it is no manifest of an OCI artifact (%s).".formatted(reference, e.getMessage()),
                    e);
        }
    }

    /// A manifest that keeps its bytes when it is pushed, so that its digest is known before.
    static Manifest of(Blob config, List<Blob> layers, Map<String, String> annotations) {
        var manifest = Manifest.empty()
                .withConfig(Config.fromBlob(config.mediaType(), config.toLayer()))
                .withLayers(layers.stream().map(Blob::toLayer).toList())
                .withAnnotations(annotations);
        return Manifest.fromJson(manifest.toJson());
    }

    static Digest digest(Manifest manifest) {
        return Digest.of(manifest.getJson().getBytes(StandardCharsets.UTF_8));
    }
}
