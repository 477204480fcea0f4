package dev.orderwave.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where this copy of the project lies.
record Checkout(Path root) {
    /// @throws IllegalStateException if the tests were started outside of one
    static Checkout find() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("dapr-components")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(
                        () -> new IllegalStateException("%s is not inside a checkout of orderwave".formatted(here)));
    }

    /// A path below `deploy`.
    Path deploy(String path) {
        return root.resolve("deploy").resolve(path);
    }

    /// The `go.mod` that pins a tool.
    Path pin(String tool) {
        return root.resolve("tools").resolve(tool).resolve("go.mod");
    }
}
