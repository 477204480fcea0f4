package dev.orderwave.modules;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// User names and passwords as `docker login` and Kubernetes' pull secrets keep them. Read anew for each request,
/// since a mounted secret may change. Credential helpers are not asked.
///
/// The library has a reader of its own, which fails for passwords with a colon and for files without `auths`.
final class DockerCredentials {
    private final Path configJson;

    DockerCredentials(Path configJson) {
        this.configJson = configJson;
    }

    private record ConfigJson(@Nullable Map<String, Entry> auths) {}

    private record Entry(
            @Nullable String auth,
            @Nullable String username,
            @Nullable String password) {
        Optional<String> basic() {
            if (auth != null && !auth.isBlank()) {
                return Optional.of(auth);
            }
            return username == null || password == null
                    ? Optional.empty()
                    : Optional.of(Base64.getEncoder()
                            .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// User name and password for a registry, as basic authentication wants them.
    Optional<String> basic(String registry) {
        var auths = Optional.ofNullable(read().auths()).orElse(Map.of());
        return names(registry)
                .flatMap(name -> Stream.ofNullable(auths.get(name)))
                .flatMap(entry -> entry.basic().stream())
                .findFirst();
    }

    /// What a registry may be called in the file.
    private static Stream<String> names(String registry) {
        var plain = Stream.of(
                registry, "https://" + registry, "https://" + registry + "/v1/", "https://" + registry + "/v2/");
        return registry.equals("docker.io") ? Stream.concat(plain, Stream.of("https://index.docker.io/v1/")) : plain;
    }

    private ConfigJson read() {
        try {
            return Optional.ofNullable(new Gson().fromJson(Files.readString(configJson), ConfigJson.class))
                    .orElse(new ConfigJson(Map.of()));
        } catch (NoSuchFileException e) {
            return new ConfigJson(Map.of());
        } catch (IOException | JsonParseException e) {
            throw new ModuleStoreException(
                    "The credentials in %s cannot be read (%s): correct the file, or name another one by DOCKER_CONFIG."
                            .formatted(configJson, e.getMessage()),
                    e);
        }
    }
}
