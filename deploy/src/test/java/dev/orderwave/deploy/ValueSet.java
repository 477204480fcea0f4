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
    /// The app ids, which Kubernetes knows the services by, too.
    static final List<String> SERVICES = List.of("distributor", "receiver-express", "receiver-standard");

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

    /// The same with another file on top.
    ValueSet with(String other) {
        var top = Checkout.find().deploy("helm/values").resolve(other + ".yaml");
        return new ValueSet(
                "%s, %s".formatted(name, other),
                Stream.concat(files.stream(), Stream.of(top)).toList());
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

    /// What would be sent to a cluster.
    ///
    /// @param more such as `--set`, `NAME=VALUE`
    Manifests render(Helm helm, String... more) {
        return helm.template(
                "orders",
                CHART,
                Stream.concat(Stream.of(arguments()), Stream.of(more)).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return name;
    }
}
