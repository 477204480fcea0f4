package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.Registry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The images that `./orderwave images` laid out: made as their Dockerfile says, pushed, pulled, and run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesDeployIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CONTEXT = Checkout.find().root().resolve("target/images");
    private static final String ARCHITECTURE =
            System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64") ? "arm64" : "amd64";

    /// Without the cache that was made with the image, the JVM does not start.
    private static final String CACHE_OR_NOTHING = "-XX:AOTMode=on";

    private Crane crane;
    private Registry registry;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        assumeTrue(
                Files.isDirectory(CONTEXT.resolve(ARCHITECTURE)),
                () -> "%s is missing: './orderwave images' makes it".formatted(CONTEXT.resolve(ARCHITECTURE)));
        crane = Crane.in(Files.createDirectory(directory.resolve("layers")));
        registry = Registry.start(FreePorts.find(1).getFirst(), Files.createDirectory(directory.resolve("registry")));
    }

    @AfterAll
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor", "receiver-express", "receiver-standard"})
    void a_service_runs_as_nobody_on_files_it_cannot_write_and_with_its_cache(
            String image, @TempDir Path root, @TempDir Path logs) throws IOException {
        var ports = FreePorts.find(4);
        var log = logs.resolve("service.log");

        try (var service = container(image, root).start(at(ports.get(0), ports.get(1)), log)) {
            service.awaitStatus(
                    URI.create("http://127.0.0.1:%d/q/health/started".formatted(ports.get(1))), 200, PATIENCE);

            assertThat(Files.getAttribute(Path.of("/proc", Long.toString(service.pid())), "unix:uid"))
                    .isEqualTo(65532);
        }

        assertThat(log).content().contains("is now serving").doesNotContain("Read-only file system", "[aot]");
    }

    @Test
    void a_jar_of_another_time_makes_the_cache_useless(@TempDir Path root, @TempDir Path logs) throws IOException {
        var container = container("distributor", root);
        Files.setLastModifiedTime(root.resolve("files/opt/orderwave/quarkus-run.jar"), FileTime.from(Instant.EPOCH));
        var log = logs.resolve("service.log");

        try (var service = container.start(at(1, 2), log)) {
            service.ended().join();

            assertThat(service.exitCode()).isNotZero();
        }
        assertThat(log).content().contains("[aot]");
    }

    @Test
    void loadgen_runs_as_nobody_on_files_it_cannot_write(@TempDir Path root, @TempDir Path logs) throws IOException {
        var log = logs.resolve("loadgen.log");

        try (var loadgen = container("loadgen", root).start(Map.of(), log, "schedule", "--help")) {
            loadgen.ended().join();
        }

        assertThat(log).content().contains("--ramp").doesNotContain("Read-only file system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"distributor", "receiver-express", "receiver-standard", "loadgen"})
    void every_library_is_in_the_bill_of_materials_with_its_hash(String image) throws IOException {
        var folder = CONTEXT.resolve(ARCHITECTURE).resolve(image);
        var bill = Files.readString(folder.resolve("app/sbom.cdx.json"));

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file ->
                            file.toString().contains("/lib/") && file.toString().endsWith(".jar")))
                    .isNotEmpty()
                    .allSatisfy(jar -> assertThat(bill).contains(sha256(jar)));
        }
    }

    private ContainerRoot container(String image, Path root) throws IOException {
        var reference = "%s/%s:test".formatted(registry.host(), image);
        var dockerfile = Dockerfile.read(
                Checkout.find().deploy("images/Dockerfile"), Map.of("TARGETARCH", ARCHITECTURE, "IMAGE", image));
        crane.push(dockerfile, CONTEXT, reference);
        // The temporary folder itself is its owner's alone.
        var files = Files.createDirectory(root.resolve("files"));
        crane.unpack(reference, files);
        return ContainerRoot.of(files, crane.configuration(reference));
    }

    private static Map<String, String> at(int app, int management) {
        return Map.of(
                "APP_PORT",
                Integer.toString(app),
                "QUARKUS_HTTP_PORT",
                Integer.toString(management),
                "JDK_JAVA_OPTIONS",
                CACHE_OR_NOTHING);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError("%s cannot be hashed".formatted(file), e);
        }
    }
}
