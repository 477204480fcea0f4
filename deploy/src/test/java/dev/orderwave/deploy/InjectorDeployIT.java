package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What Dapr's injector makes of the chart's pods, in a namespace that enforces the standard `restricted`.
@NeedsCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectorDeployIT {
    static final List<String> SERVICES = ValueSet.SERVICES;

    private final Helm helm = Helm.find();

    private Cluster cluster;
    private Injector injector;

    @BeforeAll
    void start(@TempDir Path directory) {
        cluster = Cluster.startWithCustomResources(directory);
        injector = Injector.start(cluster, helm, directory);
    }

    @AfterAll
    void stop() {
        injector.close();
        cluster.close();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_shared_daprd_serves_all_pods_of_its_service(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));

        var daprd = container(pod("Deployment", service + "-daprd"), "/spec/containers", "daprd");

        assertThat(daprd.at("/image").asText()).endsWith("/daprd:" + Injector.version());
        assertThat(argument(daprd, "--app-id")).contains(service);
        assertThat(argument(daprd, "--app-channel-address")).contains(service);
        assertThat(argument(daprd, "--app-port")).contains("8080");
        assertThat(argument(daprd, "--app-protocol")).contains("http");
        assertThat(argument(daprd, "--dapr-listen-addresses")).contains("0.0.0.0");
        assertThat(argument(daprd, "--config")).contains("orderwave");
        assertThat(words(daprd)).contains("--enable-mtls", "--disable-builtin-k8s-secret-store");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_shared_daprd_asks_for_health_and_stops_as_the_local_ones_do(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));

        var daprd = container(pod("Deployment", service + "-daprd"), "/spec/containers", "daprd");

        assertThat(words(daprd)).contains("--enable-app-health-check");
        assertThat(argument(daprd, "--app-health-check-path")).contains("/healthz");
        assertThat(argument(daprd, "--app-health-probe-interval")).contains("1");
        assertThat(argument(daprd, "--app-health-probe-timeout")).contains("1000");
        assertThat(argument(daprd, "--app-health-threshold")).contains("2");
        assertThat(argument(daprd, "--dapr-block-shutdown-duration")).contains("3s");
        assertThat(argument(daprd, "--dapr-graceful-shutdown-seconds")).contains("10");
        // It is alive while it listens, also while its service is at zero.
        assertThat(daprd.at("/livenessProbe").has("tcpSocket")).isTrue();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_shared_daprd_needs_neither_placement_nor_scheduler(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));

        var daprd = container(pod("Deployment", service + "-daprd"), "/spec/containers", "daprd");

        assertThat(words(daprd)).doesNotContain("--placement-host-address", "--actors-service");
        assertThat(argument(daprd, "--scheduler-host-address")).contains("");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_shared_daprd_gets_the_tokens_that_its_service_knows(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));

        var daprd = container(pod("Deployment", service + "-daprd"), "/spec/containers", "daprd");
        var app = container(pod("Deployment", service + "-main"), "/spec/containers", service);

        for (var token : new String[] {"APP_API_TOKEN", "DAPR_API_TOKEN"}) {
            var secret = secretOf(daprd, token);
            assertThat(secret).isEqualTo(secretOf(app, token));
            assertThat(cluster.api()
                            .find("v1", "Secret", "orders", secret.at("/name").asText()))
                    .hasValueSatisfying(found -> assertThat(found.at("/data")
                                    .path(secret.at("/key").asText())
                                    .asText())
                            .isNotEmpty());
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_shared_daprd_keeps_its_identity_and_what_it_may_use(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));

        var pod = pod("Deployment", service + "-daprd");
        var daprd = container(pod, "/spec/containers", "daprd");

        assertThat(pod.at("/metadata/labels/azure.workload.identity~1use").asText())
                .isEqualTo("true");
        assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo(service + "-daprd");
        assertThat(daprd.at("/resources/requests/cpu").asText()).isEqualTo("200m");
        assertThat(daprd.at("/resources/requests/memory").asText()).isEqualTo("128Mi");
        assertThat(daprd.at("/resources/limits/memory").asText()).isEqualTo("256Mi");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_daemon_set_gets_the_same_daprd_as_a_deployment(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));
        var ofDeployment = container(pod("Deployment", service + "-daprd"), "/spec/containers", "daprd");

        helm.install(cluster, ValueSet.named("daemonset"));
        var ofDaemonSet = container(pod("DaemonSet", service + "-daprd"), "/spec/containers", "daprd");

        assertThat(words(ofDaemonSet)).isEqualTo(words(ofDeployment));
        assertThat(ofDaemonSet.at("/resources")).isEqualTo(ofDeployment.at("/resources"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_service_with_a_shared_daprd_gets_none_of_its_own(String service) {
        helm.install(cluster, ValueSet.named("workload-identity"));

        var pod = pod("Deployment", service + "-main");

        assertThat(pod.at("/spec/containers")).hasSize(1);
        assertThat(pod.at("/spec/initContainers").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_sidecar_outlives_its_service_and_listens_to_nobody_else(String service) {
        helm.install(cluster, ValueSet.named("sidecar"));

        var pod = pod("Deployment", service + "-main");
        var daprd = container(pod, "/spec/initContainers", "daprd");

        // A native sidecar: Kubernetes starts it first and ends it last.
        assertThat(daprd.at("/restartPolicy").asText()).isEqualTo("Always");
        assertThat(argument(daprd, "--app-id")).contains(service);
        assertThat(argument(daprd, "--app-channel-address")).isEmpty();
        assertThat(argument(daprd, "--dapr-listen-addresses")).contains("[::1],127.0.0.1");
        assertThat(secretOf(daprd, "APP_API_TOKEN"))
                .isEqualTo(secretOf(container(pod, "/spec/containers", service), "APP_API_TOKEN"));
        assertThat(pod.at("/spec/serviceAccountName").asText()).isEqualTo(service + "-daprd");
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void every_pod_may_be_where_the_standard_is_restricted(ValueSet values) {
        helm.install(cluster, values);

        assertThat(PodTemplates.in(values.render(helm)))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(injector.pod("any", template).at("/spec/containers"))
                        .isNotEmpty());
    }

    @Test
    void a_pod_that_may_not_be_there_is_refused() {
        helm.install(cluster, ValueSet.named("workload-identity"));
        var template = PodTemplates.of(cluster.api()
                .find("apps/v1", "Deployment", "orders", "distributor-daprd")
                .orElseThrow());
        ((ObjectNode) template.at("/metadata/annotations")).remove("dapr.io/sidecar-seccomp-profile-type");
        ((ObjectNode) template.at("/spec")).remove("securityContext");

        assertThatThrownBy(() -> injector.pod("any", template)).hasMessageContaining("violates PodSecurity");
    }

    /// A pod of an installed workload as it would be scheduled.
    private JsonNode pod(String kind, String name) {
        return injector.pod(
                name,
                PodTemplates.of(cluster.api()
                        .find("apps/v1", kind, "orders", name)
                        .orElseThrow(() -> new AssertionError("%s '%s' was not installed".formatted(kind, name)))));
    }

    private static JsonNode container(JsonNode pod, String place, String name) {
        return StreamSupport.stream(pod.at(place).spliterator(), false)
                .filter(container -> container.at("/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no container '%s' at %s of %s".formatted(name, place, pod)));
    }

    private static List<String> words(JsonNode container) {
        return StreamSupport.stream(container.at("/args").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /// The word after a flag.
    private static Optional<String> argument(JsonNode container, String flag) {
        var words = words(container);
        var at = words.indexOf(flag);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static JsonNode secretOf(JsonNode container, String variable) {
        return StreamSupport.stream(container.at("/env").spliterator(), false)
                .filter(entry -> entry.at("/name").asText().equals(variable))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not set in %s".formatted(variable, container)))
                .at("/valueFrom/secretKeyRef");
    }
}
