package dev.orderwave.processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/// Finds daprd where people have it: `$DAPRD`, the `PATH`, the Dapr CLI's folder, and at last the one that
/// `./orderwave` builds from the Go module in `tools/daprd`.
final class DaprdProgram {
    /// The version that `tools/daprd` pins.
    static final String VERSION = "1.18.2";

    private DaprdProgram() {}

    /// @throws ProcessFailedException if it is nowhere
    static Path find() {
        return candidates()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ProcessFailedException(
                        "daprd was not found by $DAPRD, on the PATH, in ~/.dapr/bin or in %s. './orderwave doctor' says how to get it."
                                .formatted(built())));
    }

    private static Stream<Path> candidates() {
        var named = Stream.ofNullable(System.getenv("DAPRD")).map(Path::of);
        var onPath = Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "daprd"));
        var byCli = Stream.of(Path.of(System.getProperty("user.home"), ".dapr", "bin", "daprd"));
        return Stream.of(named, onPath, byCli, Stream.of(built())).flatMap(s -> s);
    }

    private static Path built() {
        return ToolCache.folder("daprd-" + VERSION).resolve("daprd");
    }
}
