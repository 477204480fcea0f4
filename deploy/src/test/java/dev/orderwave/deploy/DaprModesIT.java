package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where daprd runs, and how it and its service find each other.
class DaprModesIT {
    private final Helm helm = Helm.find();

    @Test
    void a_shared_daprd_has_pods_of_its_own_and_finds_its_service_by_name() {
        var manifests = ValueSet.named("workload-identity").render(helm);

        assertThat(ValueSet.SERVICES).allSatisfy(service -> {
            var daprd = PodTemplates.of(manifests.get("Deployment", service + "-daprd"));
            assertThat(PodTemplates.annotation(daprd, "app-id")).isEqualTo(service);
            assertThat(PodTemplates.annotation(daprd, "app-channel-address")).isEqualTo(service);
            assertThat(PodTemplates.annotation(daprd, "sidecar-listen-addresses"))
                    .isEqualTo("0.0.0.0");
            assertThat(manifests
                            .get("Service", service)
                            .at("/spec/ports/0/port")
                            .asText())
                    .isEqualTo(PodTemplates.annotation(daprd, "app-port"));

            var pod = PodTemplates.of(manifests.get("Deployment", service + "-main"));
            assertThat(PodTemplates.annotation(pod, "enabled")).isEmpty();
            assertThat(PodTemplates.environment(pod))
                    .containsEntry("DAPR_GRPC_ENDPOINT", "http://%s-daprd:50001".formatted(service))
                    .containsEntry("DAPR_HTTP_ENDPOINT", "http://%s-daprd:3500".formatted(service));
            assertThat(manifests
                            .get("Service", service + "-daprd")
                            .at("/spec/publishNotReadyAddresses")
                            .asBoolean())
                    .isTrue();
        });
    }

    @Test
    void a_daemonsets_orders_stay_on_their_node() {
        var manifests = ValueSet.named("daemonset").render(helm);

        assertThat(ValueSet.SERVICES).allSatisfy(service -> {
            assertThat(PodTemplates.annotation(
                            PodTemplates.of(manifests.get("DaemonSet", service + "-daprd")), "app-id"))
                    .isEqualTo(service);
            assertThat(Stream.of(service, service + "-daprd"))
                    .allSatisfy(name -> assertThat(manifests
                                    .get("Service", name)
                                    .at("/spec/internalTrafficPolicy")
                                    .asText())
                            .isEqualTo("Local"));
        });
    }

    @Test
    void a_daemonset_goes_wherever_a_variant_goes() {
        var manifests =
                ValueSet.named("two-pools").with("daemonset").render(helm, "--set", "shared.nodeSelector.pool=system");

        var service = PodTemplates.of(manifests.get("Deployment", "distributor-arm64"));
        var daprd = PodTemplates.of(manifests.get("DaemonSet", "distributor-daprd"));
        assertThat(daprd.at("/spec/nodeSelector").properties())
                .containsExactly(Map.entry("kubernetes.io/os", TextNode.valueOf("linux")));
        assertThat(daprd.at("/spec/tolerations")).isNotEmpty().containsAll(service.at("/spec/tolerations"));
    }

    @Test
    void a_sidecar_is_ended_after_its_service_and_nothing_else_is_there() {
        var manifests = ValueSet.named("sidecar").render(helm);

        assertThat(manifests.ofKind("Deployment").map(Manifests::name))
                .containsExactlyInAnyOrder("distributor-main", "receiver-express-main", "receiver-standard-main")
                .allSatisfy(name -> {
                    var pod = PodTemplates.of(manifests.get("Deployment", name));
                    assertThat(PodTemplates.annotation(pod, "enabled")).isEqualTo("true");
                    assertThat(PodTemplates.annotation(pod, "enable-native-sidecar"))
                            .isEqualTo("true");
                    assertThat(PodTemplates.annotation(pod, "app-channel-address"))
                            .isEmpty();
                    assertThat(PodTemplates.environment(pod))
                            .doesNotContainKeys("DAPR_GRPC_ENDPOINT", "DAPR_HTTP_ENDPOINT");
                });
        assertThat(manifests.ofKind("Service")).isEmpty();
    }

    /// Terraform trusts a service account, and cannot know where daprd runs.
    @Test
    void daprd_is_the_same_service_account_wherever_it_runs() {
        assertThat(Stream.of(
                        ValueSet.named("workload-identity"), ValueSet.named("daemonset"), ValueSet.named("sidecar")))
                .allSatisfy(values -> {
                    var manifests = values.render(helm);
                    var accounts = PodTemplates.in(manifests)
                            .filter(pod ->
                                    PodTemplates.annotation(pod, "enabled").equals("true"))
                            .map(pod -> pod.at("/spec/serviceAccountName").asText());

                    assertThat(accounts)
                            .containsExactlyInAnyOrder(
                                    "distributor-daprd", "receiver-express-daprd", "receiver-standard-daprd");
                    assertThat(manifests
                                    .get("ServiceAccount", "distributor-daprd")
                                    .at("/metadata/annotations"))
                            .singleElement()
                            .isEqualTo(DaprComponents.read(ValueSet.named("workload-identity")
                                            .files()
                                            .getFirst())
                                    .at("/services/distributor/clientId"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"workload-identity", "daemonset", "sidecar"})
    void a_daprd_asks_for_health_as_it_does_on_a_laptop(String values) {
        var local =
                DaprComponents.read(Checkout.find().root().resolve("dapr.yaml")).at("/common");

        assertThat(PodTemplates.in(ValueSet.named(values).render(helm))
                        .filter(pod -> PodTemplates.annotation(pod, "enabled").equals("true")))
                .hasSize(3)
                .allSatisfy(daprd -> {
                    assertThat(PodTemplates.annotation(daprd, "enable-app-health-check"))
                            .isEqualTo(local.at("/enableAppHealthCheck").asText());
                    assertThat(PodTemplates.annotation(daprd, "app-health-check-path"))
                            .isEqualTo(local.at("/appHealthCheckPath").asText());
                    assertThat(PodTemplates.annotation(daprd, "app-health-probe-interval"))
                            .isEqualTo(local.at("/appHealthProbeInterval").asText());
                    assertThat(PodTemplates.annotation(daprd, "app-health-probe-timeout"))
                            .isEqualTo(local.at("/appHealthProbeTimeout").asText());
                    assertThat(PodTemplates.annotation(daprd, "app-health-threshold"))
                            .isEqualTo(local.at("/appHealthThreshold").asText());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"workload-identity", "daemonset"})
    void a_new_version_of_the_services_restarts_no_daprd(String values) {
        var before = daprds(ValueSet.named(values).render(helm, "--set", "image.tag=1.0.0"));

        var after = daprds(ValueSet.named(values).render(helm, "--set", "image.tag=2.0.0"));

        assertThat(after).hasSize(3).isEqualTo(before);
    }

    @Test
    void only_its_daprd_reaches_a_service_and_only_its_service_a_daprd() {
        var manifests = ValueSet.named("workload-identity").render(helm);

        var service = manifests.get("NetworkPolicy", "distributor").at("/spec/ingress");
        assertThat(service.at("/0/from/0/podSelector/matchLabels"))
                .isEqualTo(manifests.get("Service", "distributor-daprd").at("/spec/selector"));
        assertThat(service.findValuesAsText("port")).containsExactly("8080", "9000");
        var daprd = manifests.get("NetworkPolicy", "distributor-daprd").at("/spec/ingress");
        assertThat(daprd.at("/0/from/0/podSelector/matchLabels"))
                .isEqualTo(manifests.get("Service", "distributor").at("/spec/selector"));
        // Not 50002, where one daprd asks another to invoke its service.
        assertThat(daprd.findValuesAsText("port")).containsExactly("3500", "50001", "9090");
    }

    private static List<JsonNode> daprds(Manifests manifests) {
        return PodTemplates.in(manifests)
                .filter(pod -> PodTemplates.annotation(pod, "enabled").equals("true"))
                .toList();
    }
}
