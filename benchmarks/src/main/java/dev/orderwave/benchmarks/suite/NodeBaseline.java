package dev.orderwave.benchmarks.suite;

import dev.orderwave.local.App;
import dev.orderwave.local.ServiceProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The same three services in plain Node.
record NodeBaseline(Path folder) implements ServiceProgram {
    /// @throws IllegalStateException if its dependencies are not installed
    NodeBaseline {
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            throw new IllegalStateException(
                    "%s has no node_modules; start by './orderwave bench', which installs them".formatted(folder));
        }
    }

    /// Where the benchmarks are started from the checkout's root.
    static NodeBaseline ofThisCheckout() {
        return new NodeBaseline(Path.of("benchmarks", "node-baseline").toAbsolutePath());
    }

    @Override
    public List<String> command(App app) {
        return List.of("node", folder.resolve("src/main.js").toString(), app.id());
    }
}
