package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.processes.ToolCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The upstream chart of Dapr Shared, with the values of `deploy/dapr-shared`; and the limits that its
/// README states, so that one that is mended upstream is noticed.
@NeedsCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaprSharedDeployIT {
    static final List<String> SERVICES = ValueSet.SERVICES;

    /// What the two charts say of the same thing: an annotation here, a flag there.
    private static final Map<String, String> FLAGS = Map.of(
            "dapr.io/app-id", "--app-id",
            "dapr.io/app-port", "--app-port",
            "dapr.io/app-protocol", "--app-protocol",
            "dapr.io/app-channel-address", "--app-channel-address",
            "dapr.io/config", "--config",
            "dapr.io/app-health-check-path", "--app-health-check-path",
            "dapr.io/app-health-probe-interval", "--app-health-probe-interval",
            "dapr.io/app-health-probe-timeout", "--app-health-probe-timeout",
            "dapr.io/app-health-threshold", "--app-health-threshold",
            "dapr.io/graceful-shutdown-seconds", "--dapr-graceful-shutdown-seconds");

    private static final Path VALUES = Checkout.find().deploy("dapr-shared");

    private final Helm helm = Helm.find();
    private final Path chart = chart();

    private Cluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) {
        assumeTrue(
                Files.isDirectory(chart),
                () -> "%s is missing: './orderwave test --deploy' fetches it by git".formatted(chart));
        cluster = Cluster.startWithCustomResources(directory);
        cluster.api()
                .create(Manifests.parse("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default}}")
                        .documents()
                        .getFirst());
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_cluster_takes_every_object(String service) {
        // Its hooks need what hooks before them would have made.
        var rendered = render(service, "--no-hooks");

        assertThat(rendered.documents()).isNotEmpty();
        assertThat(cluster.api().refusals(rendered)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void its_daprd_is_told_what_the_injector_is_told(String service) {
        var annotations = ValueSet.named("workload-identity")
                .render(helm)
                .get("Deployment", service + "-daprd")
                .at("/spec/template/metadata/annotations");

        FLAGS.forEach((annotation, flag) -> assertThat(arguments(service))
                .contains(flag + "=" + annotations.get(annotation).asText()));
        assertThat(arguments(service)).contains("--enable-app-health-check=true", "--enable-mtls=true");
        assertThat(daprd(service).at("/image").asText()).endsWith("/daprd:" + Injector.version());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void its_daprd_asks_control_planes_services_at_ports_that_they_have(String service) {
        var dapr = Injector.controlPlane(helm);

        assertThat(List.of("--sentry-address=", "--control-plane-address=", "--placement-host-address="))
                .allSatisfy(flag -> {
                    var address = arguments(service).stream()
                            .filter(argument -> argument.startsWith(flag))
                            .map(argument -> argument.substring(flag.length()))
                            .findFirst()
                            .orElseThrow();
                    var name = address.substring(0, address.indexOf('.'));
                    var port = address.substring(address.indexOf(':') + 1);
                    assertThat(dapr.get("Service", name).at("/spec/ports"))
                            .anySatisfy(open ->
                                    assertThat(open.at("/port").asText()).isEqualTo(port));
                });
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void its_service_finds_it_and_lets_it_in(String service) {
        var suite = helm.template(
                "orders",
                ValueSet.CHART,
                "--values",
                VALUES.resolve("order-suite.yaml").toString());

        var upstream = render(service).ofKind("Service").findFirst().orElseThrow();
        var pod = PodTemplates.of(suite.get("Deployment", service + "-main"));
        assertThat(PodTemplates.environment(pod))
                .containsEntry("DAPR_HTTP_ENDPOINT", "http://%s:3500".formatted(Manifests.name(upstream)))
                .containsEntry("DAPR_GRPC_ENDPOINT", "http://%s:50001".formatted(Manifests.name(upstream)))
                .doesNotContainKey("APP_API_TOKEN");
        assertThat(upstream.at("/spec/ports").findValuesAsText("port")).contains("3500", "50001");
        var allowed = suite.get("NetworkPolicy", service).at("/spec/ingress/0/from/0/podSelector/matchLabels");
        assertThat(pod(service).at("/metadata/labels").properties()).containsAll(allowed.properties());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_pod_of_it_cannot_sign_in_by_workload_identity(String service) {
        assertThat(pod(service).at("/metadata/labels").has("azure.workload.identity/use"))
                .isFalse();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void a_pod_of_it_reserves_nothing_and_is_refused_where_the_standard_is_restricted(String service) {
        assertThat(daprd(service).has("resources")).isFalse();

        var spec = ((ObjectNode) pod(service).at("/spec")).put("serviceAccountName", "default");
        var pod = Manifests.parse("{apiVersion: v1, kind: Pod, metadata: {name: daprd}, spec: %s}".formatted(spec))
                .documents()
                .getFirst();
        assertThat(cluster.api().refusal(pod).orElse("accepted"))
                .contains("violates PodSecurity \"restricted")
                .contains("shared-init-container")
                .doesNotContain("container \"daprd\"");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void its_daprd_does_not_prove_to_the_service_who_it_is(String service) {
        assertThat(daprd(service).at("/env"))
                .noneSatisfy(entry -> assertThat(entry.at("/name").asText()).isEqualTo("APP_API_TOKEN"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void its_daprd_is_restarted_again_and_again_while_its_service_is_at_zero(String service) {
        // 500 until the service has answered once.
        assertThat(daprd(service).at("/livenessProbe/httpGet/path").asText()).isEqualTo("/v1.0/healthz");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void its_daprd_closes_its_outputs_at_once_when_it_is_stopped(String service) {
        assertThat(arguments(service)).noneMatch(argument -> argument.startsWith("--dapr-block-shutdown-duration"));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void it_may_read_every_secret_of_the_cluster(String service) {
        assertThat(render(service).ofKind("ClusterRole").toList()).anySatisfy(role -> {
            assertThat(role.at("/rules/0/resources/0").asText()).isEqualTo("secrets");
            assertThat(role.at("/rules/0/verbs").toString()).isEqualTo("[\"get\",\"list\"]");
        });
    }

    private Manifests render(String service, String... more) {
        var files = Stream.of(
                "--values",
                VALUES.resolve("common.yaml").toString(),
                "--values",
                VALUES.resolve(service + ".yaml").toString());
        return helm.template(
                service + "-daprd", chart, Stream.concat(files, Stream.of(more)).toArray(String[]::new));
    }

    private JsonNode pod(String service) {
        return render(service).ofKind("Deployment").findFirst().orElseThrow().at("/spec/template");
    }

    private JsonNode daprd(String service) {
        return StreamSupport.stream(pod(service).at("/spec/containers").spliterator(), false)
                .filter(container -> container.at("/name").asText().equals("daprd"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> arguments(String service) {
        return StreamSupport.stream(daprd(service).at("/args").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Path chart() {
        var pin = Checkout.find().root().resolve("tools/dapr-shared/commit");
        try {
            return ToolCache.folder("dapr-shared-" + Files.readString(pin).strip())
                    .resolve("chart/dapr-shared");
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(pin), e);
        }
    }
}
