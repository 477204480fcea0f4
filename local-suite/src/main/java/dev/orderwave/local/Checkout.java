package dev.orderwave.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where this copy of the project lies: the built services, the components, and a place for logs.
record Checkout(Path root) {
    /// The folder with `dapr-components`, here or above.
    ///
    /// @throws IllegalStateException if there is none, so the command was started somewhere else
    static Checkout find() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("dapr-components")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new IllegalStateException(
                        "%s is not inside a checkout of orderwave; start it from there".formatted(here)));
    }

    /// Of what daprd reads: a folder of components, or the file of its configuration.
    Path components(String name) {
        return root.resolve("dapr-components").resolve(name);
    }

    /// The runnable jar of a service.
    ///
    /// @throws IllegalStateException if it was not built
    Path serviceJar(App app) {
        var jar = root.resolve(app.id()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("%s is missing; ./orderwave demo builds it".formatted(jar));
        }
        return jar;
    }

    Path serviceJvmOptions() {
        return root.resolve("service.jvmopts");
    }

    /// Where messages and blobs outlive `up`; git ignores it, and `mvnw clean` removes it.
    Path storage() {
        return root.resolve("target").resolve("storage");
    }

    /// Where `up` says which process has which id; git ignores it.
    Path processIds() {
        return root.resolve("target").resolve("processes.json");
    }

    /// Where one run keeps its logs; git ignores it.
    Path runs() {
        return root.resolve("target").resolve("run");
    }
}
