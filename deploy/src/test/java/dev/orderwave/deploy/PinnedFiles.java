package dev.orderwave.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderwave.processes.ToolCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What another project publishes about its own Kubernetes objects, from its Go module.
///
/// @param cache the cache's folder, without the version
/// @param path where it is in the module
record PinnedFiles(GoPin pin, String cache, String path) {
    /// Custom resources of KEDA.
    static final PinnedFiles KEDA =
            new PinnedFiles(new GoPin("manifests", "github.com/kedacore/keda/v2"), "keda", "config/crd/bases");

    /// What KEDA says about the triggers that it knows.
    static final PinnedFiles KEDA_TRIGGERS = new PinnedFiles(KEDA.pin(), KEDA.cache(), "schema/generated");

    /// Custom resources of the Prometheus operator.
    static final PinnedFiles PROMETHEUS_OPERATOR = new PinnedFiles(
            new GoPin("manifests", "github.com/prometheus-operator/prometheus-operator"),
            "prometheus-operator-crds",
            "example/prometheus-operator-crd");

    /// The chart that installs Dapr.
    static final PinnedFiles DAPR_CHART =
            new PinnedFiles(new GoPin("daprd", "github.com/dapr/dapr"), "dapr-charts", "charts/dapr");

    /// @throws IllegalStateException if they were not fetched
    Path folder() {
        var folder = ToolCache.folder(cache + "-" + pin.version()).resolve(path);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("%s is missing: './orderwave test --deploy' fetches it".formatted(folder));
        }
        return folder;
    }

    /// The definitions in one of its folders.
    Manifests manifests(String subfolder) {
        try (var files = Files.list(folder().resolve(subfolder))) {
            return new Manifests(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(PinnedFiles::documents)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be listed".formatted(folder()), e);
        }
    }

    private static Stream<JsonNode> documents(Path file) {
        return Manifests.read(file).documents().stream();
    }
}
