package dev.orderwave.modules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Modules in OCI registries. What has a digest is taken from the cache if it is there, and checked wherever it
/// comes from; what a tag names is asked of the registry each time.
final class OciModules {
    private static final String CREATED = "org.opencontainers.image.created";

    private final BlobCache cache;
    private final SignatureCache signatureCache;
    private final Registries registries;
    private final int maxModuleBytes;
    private final Optional<VerificationKey> signer;
    private final RegistryCall call;

    OciModules(ModuleStoreConfig config) {
        this.cache = new BlobCache(config.cacheDirectory());
        this.signatureCache = new SignatureCache(config.cacheDirectory());
        this.registries = new Registries(config);
        this.maxModuleBytes = config.maxModuleBytes();
        this.signer = config.signer();
        this.call = new RegistryCall(config.patience());
    }

    StoredModule fetch(OciReference reference) {
        return call.about(reference, () -> fetch(reference, registries.open(reference, Access.PULL)));
    }

    /// The digest of the manifest that `reference` names now.
    Digest resolve(OciReference reference) {
        return switch (reference.version()) {
            case Digest digest -> digest;
            case Tag _ -> call.about(reference, () -> resolve(reference, registries.open(reference, Access.PULL)));
        };
    }

    /// Everything is there before the tag names it: who follows the tag finds the module, and its signature.
    OciReference push(byte[] wasm, OciReference target, Map<String, String> annotations, Optional<SigningKey> key) {
        return call.about(target, () -> push(wasm, target, annotations, key, registries.open(target, Access.PUSH)));
    }

    private Digest resolve(OciReference reference, RegistryClient registry) {
        return registry.probe(reference).orElseGet(() -> Digest.of(manifest(reference, registry)));
    }

    private StoredModule fetch(OciReference reference, RegistryClient registry) {
        var manifest = manifest(reference, registry);
        var digest = Digest.of(manifest);
        var pinned = reference.at(digest);
        signer.ifPresent(key -> signatures(registry).require(pinned, digest, key));
        var artifact = WasmArtifact.read(pinned, manifest);
        if (artifact.size() > maxModuleBytes) {
            throw new ModuleStoreException("%s is refused: it has %,d bytes, more than the %,d that are allowed."
                    .formatted(pinned, artifact.size(), maxModuleBytes));
        }
        var wasm = checked(
                pinned,
                artifact.module(),
                maxModuleBytes,
                () -> registry.blob(pinned, artifact.module(), maxModuleBytes));
        return new StoredModule(reference, artifact.module(), wasm, Optional.of(pinned));
    }

    private OciReference push(
            byte[] wasm,
            OciReference target,
            Map<String, String> annotations,
            Optional<SigningKey> key,
            RegistryClient registry) {
        var created = annotations.getOrDefault(
                CREATED, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        var config = WasmConfig.of(Digest.of(wasm), created);
        var manifest = WasmArtifact.manifest(wasm, config, with(annotations, CREATED, created));
        var digest = Manifests.digest(manifest);
        var pinned = target.at(digest);
        registry.pushBlob(target, wasm);
        registry.pushBlob(target, config);
        registry.pushManifest(pinned, manifest);
        key.ifPresent(k -> signatures(registry).add(pinned, digest, k));
        registry.pushManifest(target, manifest);
        return pinned;
    }

    private Signatures signatures(RegistryClient registry) {
        return new Signatures(registry, signatureCache);
    }

    private byte[] manifest(OciReference reference, RegistryClient registry) {
        return switch (reference.version()) {
            case Digest digest ->
                checked(reference, digest, RegistryClient.MAX_MANIFEST_BYTES, () -> registry.manifest(reference));
            case Tag _ -> {
                var manifest = registry.manifest(reference);
                cache.write(Digest.of(manifest), manifest);
                yield manifest;
            }
        };
    }

    private byte[] checked(OciReference reference, Digest digest, int maxBytes, Supplier<byte[]> download) {
        return cache.read(digest, maxBytes).orElseGet(() -> {
            var bytes = download.get();
            if (!Digest.of(bytes).equals(digest)) {
                throw new ModuleStoreException("%s is refused: the registry sends %s where it should send %s."
                        .formatted(reference, Digest.of(bytes), digest));
            }
            cache.write(digest, bytes);
            return bytes;
        });
    }

    private static Map<String, String> with(Map<String, String> annotations, String key, String value) {
        var all = new HashMap<>(annotations);
        all.put(key, value);
        return all;
    }
}
