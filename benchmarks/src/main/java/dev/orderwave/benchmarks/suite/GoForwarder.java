package dev.orderwave.benchmarks.suite;

import dev.orderwave.local.App;
import dev.orderwave.local.ServiceProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The same three services, written by hand in Go.
record GoForwarder(Path program) implements ServiceProgram {
    /// @throws IllegalStateException if it was not built
    GoForwarder {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    "%s is missing; start by './orderwave bench', which builds it".formatted(program));
        }
    }

    /// Where the benchmarks are started from the checkout's root.
    static GoForwarder ofThisCheckout() {
        return new GoForwarder(Path.of("benchmarks", "target", "go-forwarder").toAbsolutePath());
    }

    @Override
    public List<String> command(App app) {
        return List.of(program.toString(), app.id());
    }
}
