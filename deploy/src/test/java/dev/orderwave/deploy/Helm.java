package dev.orderwave.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Helm, to render charts without asking a cluster, or to install them into one.
final class Helm {
    private static final PinnedTool TOOL = PinnedTool.of("helm", "helm.sh/helm/v3");

    /// The one that the tests start. Unless told, Helm renders for the one that it was compiled against.
    private static final GoPin KUBERNETES = new GoPin("kubernetes", "k8s.io/kubernetes");

    private final Path program;

    private Helm(Path program) {
        this.program = program;
    }

    /// The one on this machine; a test that asks for it is skipped where there is none.
    static Helm find() {
        var program = TOOL.find();
        assumeTrue(program.isPresent(), () -> TOOL.advice("./orderwave test"));
        return new Helm(program.orElseThrow());
    }

    /// What `helm install RELEASE CHART --namespace orders` would send.
    ///
    /// @param arguments such as `--values FILE` or `--set NAME=VALUE`
    /// @throws HelmRefusedException if the chart cannot be rendered so
    Manifests template(String release, Path chart, String... arguments) {
        var command = Stream.of(
                        Stream.of(program.toString(), "template", release, chart.toString()),
                        Stream.of("--namespace", "orders", "--kube-version", KUBERNETES.version()),
                        Stream.of(arguments))
                .flatMap(words -> words)
                .toList();
        return Manifests.parse(run(command));
    }

    /// Installs the suite as release `orders`, or upgrades what is there.
    ///
    /// @throws HelmRefusedException if it does not succeed
    void install(Cluster cluster, ValueSet values) {
        on(
                cluster,
                Stream.concat(
                        Stream.of("upgrade", "--install", "orders", ValueSet.CHART.toString()),
                        Stream.of(values.arguments())));
    }

    void rollBack(Cluster cluster, int revision) {
        on(cluster, Stream.of("rollback", "orders", Integer.toString(revision)));
    }

    void uninstall(Cluster cluster) {
        on(cluster, Stream.of("uninstall", "orders", "--ignore-not-found"));
    }

    private void on(Cluster cluster, Stream<String> words) {
        var where = Stream.of("--kubeconfig", cluster.kubeconfig().toString(), "--namespace", "orders");
        run(Stream.of(Stream.of(program.toString()), where, words)
                .flatMap(command -> command)
                .toList());
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).start();
            var errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            var output = read(process.getInputStream());
            if (process.waitFor() != 0) {
                throw new HelmRefusedException(errors.join().strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be started".formatted(command.getFirst()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Helm rendered", e);
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Helm's output cannot be read", e);
        }
    }
}
