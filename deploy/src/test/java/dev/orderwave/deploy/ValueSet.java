package dev.orderwave.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A documented way to install the suite: a file in `deploy/helm/values`, under the one that its first line names.
///
/// @param files in the order in which Helm reads them
record ValueSet(String name, List<Path> files) {
    static final Path CHART = Checkout.find().deploy("helm/order-suite");

    private static final String BASE = "workload-identity.yaml";

    static Stream<ValueSet> all() {
        var folder = Checkout.find().deploy("helm/values");
        try (var files = Files.list(folder)) {
            return files.sorted().map(ValueSet::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed".formatted(folder), e);
        }
    }

    /// @param name without `.yaml`
    static ValueSet named(String name) {
        return of(Checkout.find().deploy("helm/values").resolve(name + ".yaml"));
    }

    private static ValueSet of(Path file) {
        var name = file.getFileName().toString().replace(".yaml", "");
        return isOnTop(file)
                ? new ValueSet(name, List.of(file.resolveSibling(BASE), file))
                : new ValueSet(name, List.of(file));
    }

    private static boolean isOnTop(Path file) {
        try {
            return Files.readString(file).startsWith("# On top of " + BASE);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    /// What Helm is told about them.
    String[] arguments() {
        return files.stream()
                .flatMap(file -> Stream.of("--values", file.toString()))
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
