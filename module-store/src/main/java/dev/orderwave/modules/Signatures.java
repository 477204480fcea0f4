package dev.orderwave.modules;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The signatures of modules, where `cosign` keeps them: beside the module, under a tag made of its digest. One
/// that was good is kept with the cache and checked again each time, so that it needs no registry.
final class Signatures {
    private static final String PAYLOAD_MEDIA_TYPE = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String SIGNATURE = "dev.cosignproject.cosign/signature";

    private static final int MAX_SIGNATURES = 64;
    private static final int MAX_PAYLOAD_BYTES = 64 << 10;

    private final RegistryClient registry;
    private final SignatureCache cache;

    Signatures(RegistryClient registry, SignatureCache cache) {
        this.registry = registry;
        this.cache = cache;
    }

    /// @throws ModuleStoreException if the owner of `key` has not signed `manifest`
    void require(OciReference pinned, Digest manifest, VerificationKey key) {
        if (cache.read(manifest).filter(s -> s.isFor(manifest, key)).isPresent()) {
            return;
        }
        var layers = layers(pinned, manifest);
        if (layers.isEmpty()) {
            throw new ModuleStoreException(
                    "%s is refused: a signature is required, and nobody has signed it. 'cosign sign' or a push with a key signs it."
                            .formatted(pinned));
        }
        var good = layers.stream()
                .limit(MAX_SIGNATURES)
                .flatMap(layer -> signature(pinned, layer).stream())
                .filter(signature -> signature.isFor(manifest, key))
                .findFirst()
                .orElseThrow(() -> new ModuleStoreException(
                        "%s is refused: none of its signatures (%d) is by the key that is required."
                                .formatted(pinned, layers.size())));
        cache.write(manifest, good);
    }

    /// Adds a signature to those that are there.
    void add(OciReference pinned, Digest manifest, SigningKey key) {
        var signature = CosignSignature.by(key, pinned, manifest);
        var layers = new ArrayList<>(layers(pinned, manifest));
        layers.add(Blob.of(PAYLOAD_MEDIA_TYPE, signature.payload())
                .with(SIGNATURE, Base64.getEncoder().encodeToString(signature.signature())));
        var config = ImageConfig.of(layers);
        registry.pushBlob(pinned, signature.payload());
        registry.pushBlob(pinned, config);
        registry.pushManifest(
                pinned.at(tag(manifest)), Manifests.of(Blob.of(ImageConfig.MEDIA_TYPE, config), layers, Map.of()));
    }

    private List<Blob> layers(OciReference pinned, Digest manifest) {
        var signatures = pinned.at(tag(manifest));
        return registry.findManifest(signatures)
                .map(found -> Manifests.layers(signatures, found))
                .orElse(List.of());
    }

    /// The payload's digest need not be checked: its signature will be.
    private Optional<CosignSignature> signature(OciReference pinned, Blob layer) {
        var signature = Optional.ofNullable(layer.annotations().get(SIGNATURE));
        if (signature.isEmpty() || !PAYLOAD_MEDIA_TYPE.equals(layer.mediaType())) {
            return Optional.empty();
        }
        var payload = registry.blob(pinned, layer.digest(), MAX_PAYLOAD_BYTES);
        try {
            return Optional.of(new CosignSignature(payload, Base64.getDecoder().decode(signature.get())));
        } catch (IllegalArgumentException e) { // not Base64: no signature
            return Optional.empty();
        }
    }

    private static Tag tag(Digest manifest) {
        return new Tag("sha256-" + manifest.hex() + ".sig");
    }
}
