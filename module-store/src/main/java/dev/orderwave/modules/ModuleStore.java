package dev.orderwave.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches modules by their reference, and pushes them to registries. Safe for several threads.
///
/// The OCI library is loaded when the first module of a registry is asked for: an application whose modules are
/// files or its own resources does not pay for it.
public final class ModuleStore {
    private final ModuleStoreConfig config;
    private @Nullable OciModules registries;

    public ModuleStore(ModuleStoreConfig config) {
        this.config = config;
    }

    /// The module that `reference` names now.
    ///
    /// A module of a registry that is pinned by its digest and was fetched before needs no network. A tag always
    /// does: what it named before may be just what somebody has withdrawn, so nothing falls back to it.
    ///
    /// @throws ModuleStoreException if it is not there, too large, not what its digest says, or not signed as
    ///     required
    public StoredModule fetch(ModuleReference reference) {
        return switch (reference) {
            case FileReference file -> StoredModule.of(file, read(file));
            case ClasspathReference resource -> StoredModule.of(resource, read(resource));
            case OciReference oci -> registries().fetch(oci);
        };
    }

    /// Stores a module in a registry under a tag, in the layout that the Wasm community's tools read.
    ///
    /// @param annotations of the manifest, such as `org.opencontainers.image.source`. Without
    ///     `org.opencontainers.image.created` it is now, and so no two pushes have the same digest
    /// @return the pinned form of `target`
    public OciReference push(byte[] wasm, OciReference target, Map<String, String> annotations) {
        return push(wasm, target, annotations, Optional.empty());
    }

    /// The same, with a signature that `cosign verify --key` accepts, and [ModuleStoreConfig#requiringSignatureBy].
    public OciReference push(byte[] wasm, OciReference target, Map<String, String> annotations, SigningKey key) {
        return push(wasm, target, annotations, Optional.of(key));
    }

    /// The digest of the manifest that `reference` names now, without the module.
    Digest resolve(OciReference reference) {
        return registries().resolve(reference);
    }

    private OciReference push(
            byte[] wasm, OciReference target, Map<String, String> annotations, Optional<SigningKey> key) {
        if (target.version() instanceof Digest) {
            throw new ModuleStoreException(
                    "%s cannot be pushed to: a push needs a tag, the digest follows from the module."
                            .formatted(target));
        }
        requireAllowed(target, wasm.length);
        return registries().push(wasm, target, annotations, key);
    }

    private byte[] read(FileReference reference) {
        try (var in = Files.newInputStream(reference.path())) {
            return read(reference, in);
        } catch (NoSuchFileException e) {
            throw new ModuleStoreException(
                    "%s does not exist: the path is taken from %s."
                            .formatted(
                                    reference, reference.path().toAbsolutePath().getParent()),
                    e);
        } catch (IOException e) {
            throw new ModuleStoreException("%s cannot be read: %s.".formatted(reference, e), e);
        }
    }

    private byte[] read(ClasspathReference reference) {
        var loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(ModuleStore.class.getClassLoader());
        try (var in = loader.getResourceAsStream(reference.resource())) {
            if (in == null) {
                throw new ModuleStoreException(
                        "%s is not on the class path: check the name, which starts at the root of a jar or folder."
                                .formatted(reference));
            }
            return read(reference, in);
        } catch (IOException e) {
            throw new ModuleStoreException("%s cannot be read: %s.".formatted(reference, e), e);
        }
    }

    private byte[] read(ModuleReference reference, InputStream in) throws IOException {
        var wasm = in.readNBytes(config.maxModuleBytes() + 1);
        requireAllowed(reference, wasm.length);
        return wasm;
    }

    private void requireAllowed(ModuleReference reference, int bytes) {
        if (bytes > config.maxModuleBytes()) {
            throw new ModuleStoreException("%s is refused: it has more than the %,d bytes that are allowed."
                    .formatted(reference, config.maxModuleBytes()));
        }
    }

    private synchronized OciModules registries() {
        var known = registries;
        if (known == null) {
            known = new OciModules(config);
            registries = known;
        }
        return known;
    }
}
