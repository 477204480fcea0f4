package dev.orderwave.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An OCI registry on this machine: the CNCF's distribution registry, the one that most others are made of.
public final class Registry implements AutoCloseable {
    /// The version that `tools/registry` pins.
    public static final String VERSION = "3.1.2";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final ChildProcess process;
    private final int port;
    private final Path storage;

    private Registry(ChildProcess process, int port, Path storage) {
        this.process = process;
        this.port = port;
        this.storage = storage;
    }

    /// Starts one that lets everybody in, and waits until it answers.
    ///
    /// @param directory where it keeps what is pushed to it, and writes `registry.log`
    /// @throws ProcessFailedException if it is not installed or does not come up
    public static Registry start(int port, Path directory) {
        return start(port, directory, "", OK);
    }

    /// The same, for these users only.
    ///
    /// @param htpasswd a line for each, its password hashed by bcrypt, as `htpasswd -B` writes it
    public static Registry startForUsers(int port, Path directory, String htpasswd) {
        return start(port, directory, """
                auth:
                  htpasswd:
                    realm: orderwave
                    path: '%s'
                """.formatted(write(directory.resolve("htpasswd"), htpasswd)), UNAUTHORIZED);
    }

    /// The same, for bearers of a token of the service `orderwave`, as the registries in the cloud do it.
    ///
    /// @param realm gives out the tokens; their issuer is `orderwave`, too
    /// @param keys a JSON Web Key Set with the key that signs them by ES256
    public static Registry startForTokens(int port, Path directory, URI realm, String keys) {
        return start(port, directory, """
                auth:
                  token:
                    realm: %s
                    service: orderwave
                    issuer: orderwave
                    signingalgorithms: [ES256]
                    jwks: '%s'
                """.formatted(realm, write(directory.resolve("jwks.json"), keys)), UNAUTHORIZED);
    }

    private static Registry start(int port, Path directory, String auth, int answer) {
        var storage = directory.resolve("registry");
        var config = write(directory.resolve("registry.yaml"), """
                version: 0.1
                log:
                  level: warn
                  accesslog:
                    disabled: true
                storage:
                  filesystem:
                    rootdirectory: '%s'
                http:
                  addr: 127.0.0.1:%d
                %s""".formatted(storage, port, auth));
        var process = ChildProcess.start(
                "registry",
                List.of(program().toString(), "serve", config.toString()),
                // It would look for a collector of traces.
                Map.of("OTEL_TRACES_EXPORTER", "none"),
                directory,
                directory.resolve("registry.log"));
        var registry = new Registry(process, port, storage);
        try {
            process.awaitStatus(URI.create("http://" + registry.host() + "/v2/"), answer, START_PATIENCE);
        } catch (ProcessFailedException | UncheckedIOException e) {
            registry.close();
            throw e;
        }
        return registry;
    }

    public ChildProcess process() {
        return process;
    }

    /// `127.0.0.1:port`, the first part of a reference to what is in it.
    public String host() {
        return "127.0.0.1:" + port;
    }

    /// The file of a blob, for a test that damages it.
    ///
    /// @param sha256 its digest in hex
    public Path blob(String sha256) {
        return storage.resolve("docker/registry/v2/blobs/sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256)
                .resolve("data");
    }

    @Override
    public void close() {
        process.close();
    }

    private static Path program() {
        var built = ToolCache.folder("registry-" + VERSION).resolve("registry");
        return Stream.concat(Stream.ofNullable(System.getenv("REGISTRY")).map(Path::of), Stream.of(built))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ProcessFailedException(
                        "The registry %s was not found by $REGISTRY or in %s. './orderwave test' builds it; './orderwave doctor' says what that needs."
                                .formatted(VERSION, built)));
    }

    private static Path write(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(file), e);
        }
    }
}
