package dev.orderwave.modules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How modules are fetched.
///
/// @param cacheDirectory where modules of registries are kept by digest; made when the first one is fetched, for
///     its owner only. Nothing is evicted: it may be deleted at any time
/// @param maxModuleBytes largest module that is read
/// @param patience longest time that fetching or pushing one module may take
/// @param credentials a `config.json` as `docker login` writes it; one that does not exist means no credentials
/// @param plainHttpRegistries `host:port` of registries that are spoken to without TLS. Those on this machine's
///     loopback address always are
/// @param signer whose signature a module of a registry must carry; empty: none is needed
public record ModuleStoreConfig(
        Path cacheDirectory,
        int maxModuleBytes,
        Duration patience,
        Path credentials,
        Set<String> plainHttpRegistries,
        Optional<VerificationKey> signer) {

    private static final int SHORTEST_MODULE = 8;
    private static final int LARGEST_MODULE = 1 << 30;
    private static final int DEFAULT_MAX_MODULE_BYTES = 4 << 20;
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    public ModuleStoreConfig {
        if (maxModuleBytes < SHORTEST_MODULE || maxModuleBytes > LARGEST_MODULE) {
            throw new IllegalArgumentException("maxModuleBytes must be %d to %d, was %d"
                    .formatted(SHORTEST_MODULE, LARGEST_MODULE, maxModuleBytes));
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience must be longer than nothing, was " + patience);
        }
        plainHttpRegistries = Set.copyOf(plainHttpRegistries);
    }

    /// 4 MiB and a minute for each module, those of registries kept in `$XDG_CACHE_HOME/orderwave/modules` or
    /// `~/.cache/orderwave/modules`; credentials of `$DOCKER_CONFIG` or `~/.docker`; no signature needed.
    public static ModuleStoreConfig defaults() {
        return new ModuleStoreConfig(
                folder("XDG_CACHE_HOME", ".cache").resolve("orderwave").resolve("modules"),
                DEFAULT_MAX_MODULE_BYTES,
                DEFAULT_PATIENCE,
                folder("DOCKER_CONFIG", ".docker").resolve("config.json"),
                Set.of(),
                Optional.empty());
    }

    public ModuleStoreConfig withCacheDirectory(Path directory) {
        return new ModuleStoreConfig(directory, maxModuleBytes, patience, credentials, plainHttpRegistries, signer);
    }

    public ModuleStoreConfig withMaxModuleBytes(int bytes) {
        return new ModuleStoreConfig(cacheDirectory, bytes, patience, credentials, plainHttpRegistries, signer);
    }

    public ModuleStoreConfig withPatience(Duration duration) {
        return new ModuleStoreConfig(
                cacheDirectory, maxModuleBytes, duration, credentials, plainHttpRegistries, signer);
    }

    public ModuleStoreConfig withCredentials(Path configJson) {
        return new ModuleStoreConfig(cacheDirectory, maxModuleBytes, patience, configJson, plainHttpRegistries, signer);
    }

    /// Speaks to `registry`, a host or `host:port`, without TLS: its modules and credentials can be read by whoever
    /// is on the way. What is fetched is still the digest it should be, if the reference has one.
    public ModuleStoreConfig withPlainHttp(String registry) {
        var registries = new HashSet<>(plainHttpRegistries);
        registries.add(registry);
        return new ModuleStoreConfig(cacheDirectory, maxModuleBytes, patience, credentials, registries, signer);
    }

    /// Refuses every module of a registry that the owner of `key` has not signed.
    public ModuleStoreConfig requiringSignatureBy(VerificationKey key) {
        return new ModuleStoreConfig(
                cacheDirectory, maxModuleBytes, patience, credentials, plainHttpRegistries, Optional.of(key));
    }

    private static Path folder(String variable, String inHome) {
        var named = System.getenv().getOrDefault(variable, "");
        return named.isBlank() ? Path.of(System.getProperty("user.home"), inHome) : Path.of(named);
    }
}
