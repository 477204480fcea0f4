package dev.orderwave.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Dapr's own injector at work in a cluster, told what Dapr's own chart tells it; and the certificate authority that it
/// cannot be without.
final class Injector implements AutoCloseable {
    private static final GoPin DAPR = new GoPin("daprd", "github.com/dapr/dapr");
    private static final PinnedTool INJECTOR = new PinnedTool("injector", DAPR, "dapr");
    private static final PinnedTool SENTRY = new PinnedTool("sentry", DAPR, "dapr");

    private static final String NAMESPACE = "dapr-system";
    private static final String NAME = "dapr-sidecar-injector";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final List<ChildProcess> processes = new ArrayList<>();
    private final Cluster cluster;
    private final Path directory;
    private final Manifests dapr;

    private Injector(Cluster cluster, Manifests dapr, Path directory) {
        this.cluster = cluster;
        this.dapr = dapr;
        this.directory = directory;
    }

    /// Starts it, and waits until the cluster asks it about pods.
    static Injector start(Cluster cluster, Helm helm, Path directory) {
        var injector = new Injector(cluster, controlPlane(helm), directory);
        try {
            cluster.createNamespace(NAMESPACE);
            var ports = FreePorts.find(4);
            injector.startSentry(ports.get(0), ports.get(1));
            injector.call(ports.get(2));
            injector.startInjector(ports.get(0), ports.get(2), ports.get(3));
            return injector;
        } catch (RuntimeException e) {
            injector.close();
            throw e;
        }
    }

    /// What Dapr's own chart installs, with what `deploy/README.md` tells it.
    static Manifests controlPlane(Helm helm) {
        return helm.template(
                "dapr",
                PinnedFiles.DAPR_CHART.folder(),
                "--namespace",
                NAMESPACE,
                "--set",
                "global.tag=" + DAPR.version(),
                "--set",
                "dapr_sidecar_injector.sidecarDropALLCapabilities=true");
    }

    /// The version of daprd that it puts into pods.
    static String version() {
        return DAPR.version();
    }

    private void startSentry(int port, int health) {
        var credentials = directory.resolve("credentials");
        create(credentials);
        var sentry = ChildProcess.start(
                "sentry",
                List.of(
                        SENTRY.pinned(Cluster.BUILT_BY).toString(),
                        // It is here for the injector's certificate only, and trusts who asks for one.
                        "--mode=standalone",
                        "--trust-domain=cluster.local",
                        "--config=" + write("daprsystem.json", dapr.get("Configuration", "daprsystem")),
                        "--issuer-credentials=" + credentials,
                        "--listen-address=127.0.0.1",
                        "--port=" + port,
                        "--healthz-port=" + health,
                        "--enable-metrics=false"),
                environment(Map.of()),
                directory,
                directory.resolve("sentry.log"));
        processes.add(sentry);
        sentry.awaitStatus(healthOf(health), OK, START_PATIENCE);
    }

    private void startInjector(int sentry, int port, int health) {
        var variables = new HashMap<String, String>();
        dapr.get("Deployment", NAME).at("/spec/template/spec/containers/0/env").forEach(variable -> {
            if (variable.has("value")) {
                variables.put(
                        variable.at("/name").asText(), variable.at("/value").asText());
            }
        });
        variables.put(
                "DAPR_TRUST_ANCHORS_FILE",
                directory.resolve("credentials/ca.crt").toString());
        variables.put("DAPR_SENTRY_ADDRESS", "127.0.0.1:" + sentry);
        var injector = ChildProcess.start(
                "injector",
                List.of(
                        INJECTOR.pinned(Cluster.BUILT_BY).toString(),
                        "--kubeconfig=" + cluster.kubeconfig(),
                        "--port=" + port,
                        "--healthz-port=" + health,
                        "--enable-metrics=false"),
                environment(variables),
                directory,
                directory.resolve("injector.log"));
        processes.add(injector);
        injector.awaitStatus(healthOf(health), OK, START_PATIENCE);
    }

    /// Lets the cluster call it as Dapr's chart does, under the name in its certificate; only that the name leads here.
    private void call(int port) {
        cluster.api()
                .create(Manifests.parse("""
                apiVersion: v1
                kind: Service
                metadata: { name: %s, namespace: %s }
                spec: { type: ExternalName, externalName: localhost }
                """.formatted(NAME, NAMESPACE))
                        .documents()
                        .getFirst());
        var webhook = dapr.get("MutatingWebhookConfiguration", NAME);
        ((ObjectNode) webhook.at("/webhooks/0/clientConfig/service")).put("port", port);
        // A pod that it fails on is refused, so that a test sees why.
        ((ObjectNode) webhook.at("/webhooks/0")).put("failurePolicy", "Fail");
        // The injector replaces it by the sentry's.
        ((ObjectNode) webhook.at("/webhooks/0/clientConfig")).put("caBundle", "");
        cluster.api().create(webhook);
        cluster.api().create(dapr.get("Configuration", "daprsystem"));
    }

    private static Map<String, String> environment(Map<String, String> variables) {
        var environment = new HashMap<>(variables);
        environment.put("NAMESPACE", NAMESPACE);
        // Tests may run as root, in a container for example.
        environment.put("DAPR_UNSAFE_SKIP_CONTAINER_UID_GID_CHECK", "true");
        return environment;
    }

    private static URI healthOf(int port) {
        return URI.create("http://127.0.0.1:%d/healthz".formatted(port));
    }

    private Path write(String name, JsonNode content) {
        try {
            return Files.writeString(directory.resolve(name), content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(name), e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be made".formatted(folder), e);
        }
    }

    /// A pod as it is after all webhooks, ready to be scheduled.
    ///
    /// @param template what makes pods has it
    JsonNode pod(String name, JsonNode template) {
        var pod = ((ObjectNode) template).deepCopy();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ((ObjectNode) pod.at("/metadata")).put("name", name).put("namespace", "orders");
        return cluster.api().admit(pod);
    }

    @Override
    public void close() {
        processes.reversed().forEach(ChildProcess::close);
    }
}
