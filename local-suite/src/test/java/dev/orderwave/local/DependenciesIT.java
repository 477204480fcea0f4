package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the services run with is what `dependencies.sha256` says, to the last byte, so a library that is new or another
/// one is a line in a review.
class DependenciesIT {
    private final Path root = Checkout.find().root();

    @Test
    void the_services_run_with_the_libraries_that_are_written_down() throws IOException {
        var writtenDown = Files.readAllLines(root.resolve("dependencies.sha256"));

        assertThat(built())
                .as("libraries of the services; './orderwave dependencies' writes them down")
                .containsExactlyInAnyOrderElementsOf(writtenDown);
    }

    /// In the format of `sha256sum`. A native library is another one on another machine; our own code is in the review.
    private List<String> built() {
        return Stream.of(App.values())
                .map(app -> root.resolve(app.id()).resolve("target/quarkus-app/lib"))
                .flatMap(DependenciesIT::jars)
                .filter(jar ->
                        !name(jar).startsWith("dev.orderwave.") && !name(jar).contains(".native-"))
                .map(jar -> sha256(jar) + "  " + name(jar))
                .distinct()
                .toList();
    }

    private static Stream<Path> jars(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> name(file).endsWith(".jar")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
