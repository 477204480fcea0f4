package dev.orderwave.deploy;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A Kubernetes API server and what it stores in, on this machine: no nodes and no controllers. What is sent to it is
/// judged as on a cluster, and nothing of it runs.
final class Cluster implements AutoCloseable {
    private static final GoPin KUBERNETES = new GoPin("kubernetes", "k8s.io/kubernetes");
    private static final PinnedTool ETCD = new PinnedTool("etcd", KUBERNETES, "kubernetes");
    private static final PinnedTool API_SERVER = new PinnedTool("kube-apiserver", KUBERNETES, "kubernetes");
    static final String BUILT_BY = "./orderwave test --deploy";

    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    private static final String TOKEN = "orderwave-tests";

    private final List<ChildProcess> processes = new ArrayList<>();
    private final Path directory;
    private final int port;
    private final Kubernetes kubernetes;

    private Cluster(Path directory) {
        this.directory = directory;
        var ports = FreePorts.find(3);
        this.port = ports.getFirst();
        try {
            startEtcd(ports.get(1), ports.get(2));
            this.kubernetes = startApiServer(ports.get(1));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Starts one that knows nothing but Kubernetes itself, and waits until it answers.
    ///
    /// @param directory where it stores and logs
    static Cluster start(Path directory) {
        return new Cluster(directory);
    }

    /// Starts one that knows the custom resources of Dapr, KEDA and the Prometheus operator, and the namespace
    /// `orders`, which takes pods of the standard `restricted` only.
    static Cluster startWithCustomResources(Path directory) {
        var cluster = start(directory);
        try {
            cluster.define(PinnedFiles.DAPR_CHART.manifests("crds"));
            cluster.define(PinnedFiles.KEDA.manifests(""));
            cluster.define(PinnedFiles.PROMETHEUS_OPERATOR.manifests(""));
            cluster.createNamespace("orders", "pod-security.kubernetes.io/enforce: restricted");
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    Kubernetes api() {
        return kubernetes;
    }

    /// For programs that administer it.
    Path kubeconfig() {
        return write("kubeconfig", """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: tests
                    cluster: { server: "https://127.0.0.1:%d", certificate-authority: "%s" }
                users:
                  - name: tests
                    user: { token: %s }
                contexts:
                  - name: tests
                    context: { cluster: tests, user: tests }
                current-context: tests
                """.formatted(port, certificate(), TOKEN));
    }

    /// @param labels `name: value`, for what the cluster's admission makes of them
    void createNamespace(String name, String... labels) {
        kubernetes.create(Manifests.parse("""
                apiVersion: v1
                kind: Namespace
                metadata: { name: %s, labels: { %s } }
                """.formatted(name, String.join(", ", labels)))
                .documents()
                .getFirst());
    }

    private void define(Manifests definitions) {
        definitions.ofKind("CustomResourceDefinition").forEach(definition -> {
            kubernetes.create(definition);
            processes
                    .getLast()
                    .await("serve " + Manifests.name(definition), START_PATIENCE, () -> kubernetes.serves(definition));
        });
    }

    private void startEtcd(int clients, int peers) {
        var client = "http://127.0.0.1:" + clients;
        var peer = "http://127.0.0.1:" + peers;
        processes.add(ChildProcess.start(
                "etcd",
                List.of(
                        ETCD.pinned(BUILT_BY).toString(),
                        "--data-dir=" + directory.resolve("etcd"),
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer,
                        // It need not outlive the test.
                        "--unsafe-no-fsync=true"),
                Map.of(),
                directory,
                directory.resolve("etcd.log")));
    }

    private Kubernetes startApiServer(int etcd) {
        write("tokens.csv", "%s,tests,tests,system:masters%n".formatted(TOKEN));
        var key = serviceAccountKey().toString();
        var apiServer = ChildProcess.start(
                "kube-apiserver",
                List.of(
                        API_SERVER.pinned(BUILT_BY).toString(),
                        "--etcd-servers=http://127.0.0.1:" + etcd,
                        "--bind-address=127.0.0.1",
                        "--advertise-address=127.0.0.1",
                        "--secure-port=" + port,
                        // It writes a certificate of its own there.
                        "--cert-dir=" + directory,
                        "--token-auth-file=" + directory.resolve("tokens.csv"),
                        "--authorization-mode=RBAC",
                        "--service-cluster-ip-range=10.0.0.0/24",
                        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                        "--service-account-key-file=" + key,
                        "--service-account-signing-key-file=" + key,
                        "--endpoint-reconciler-type=none"),
                Map.of(),
                directory,
                directory.resolve("kube-apiserver.log"));
        processes.add(apiServer);
        apiServer.await("write its certificate", START_PATIENCE, () -> Files.exists(certificate()));
        var api = new Kubernetes(port, TOKEN, certificate());
        apiServer.await("become ready", START_PATIENCE, api::isReady);
        return api;
    }

    private Path certificate() {
        return directory.resolve("apiserver.crt");
    }

    private Path serviceAccountKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var encoded = Base64.getMimeEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return write("service-accounts.key", """
                    -----BEGIN PRIVATE KEY-----
                    %s
                    -----END PRIVATE KEY-----
                    """.formatted(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM cannot make RSA keys", e);
        }
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(name), e);
        }
    }

    @Override
    public void close() {
        processes.reversed().forEach(ChildProcess::close);
    }
}
