package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How many pods of what there are.
class ScalingIT {
    private final Helm helm = Helm.find();

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void a_service_scales_by_the_queue_that_its_input_binding_reads(ValueSet values) {
        var manifests = values.render(helm);

        assertThat(manifests.ofKind("ScaledObject")).isNotEmpty().allSatisfy(scaling -> {
            var deployment = manifests.get(
                    "Deployment", scaling.at("/spec/scaleTargetRef/name").asText());
            var service =
                    deployment.at("/metadata/labels/app.kubernetes.io~1name").asText();
            assertThat(scaling.at("/spec/triggers/0/metadata/queueName").asText())
                    .isEqualTo(inputQueue(manifests, service));
            assertThat(scaling.at("/spec/minReplicaCount").asInt(-1)).isZero();
            // Their number is KEDA's, and no upgrade's.
            assertThat(deployment.at("/spec").has("replicas")).isFalse();
        });
    }

    @Test
    void two_variants_share_replicas_and_messages() {
        var manifests = ValueSet.named("migration").render(helm, "--set", "services.distributor.maxReplicas=20");

        var most = manifests.get("ScaledObject", "distributor-main").at("/spec");
        var rest = manifests.get("ScaledObject", "distributor-other").at("/spec");
        assertThat(most.at("/maxReplicaCount").asInt()).isEqualTo(18);
        assertThat(rest.at("/maxReplicaCount").asInt()).isEqualTo(2);
        assertThat(most.at("/triggers/0/metadata/messageCount").asText()).isEqualTo("2778");
        assertThat(rest.at("/triggers/0/metadata/messageCount").asText()).isEqualTo("25000");
    }

    @Test
    void another_implementation_comes_from_elsewhere_and_is_asked_for_nothing_of_ours() {
        var container = PodTemplates.of(
                        ValueSet.named("migration").render(helm).get("Deployment", "receiver-express-other"))
                .at("/spec/containers/0");

        assertThat(container.at("/image").asText()).isEqualTo("registry.example/other-suite/receiver-express:2.1.0");
        assertThat(container.findValuesAsText("path")).containsExactly("/healthz");
    }

    @Test
    void a_variant_without_a_share_is_gone() {
        var manifests = ValueSet.named("migration")
                .render(helm, "--set", "variants.main.share=0", "--set", "variants.other.share=100");

        assertThat(manifests.ofKind("ScaledObject").map(Manifests::name))
                .containsExactlyInAnyOrder("distributor-other", "receiver-express-other", "receiver-standard-other");
    }

    @Test
    void shares_that_do_not_add_up_are_refused() {
        assertThatThrownBy(() -> ValueSet.named("migration").render(helm, "--set", "variants.main.share=80"))
                .isInstanceOf(HelmRefusedException.class)
                .hasMessageContaining("the shares must add up to 100, not 90");
    }

    private static String inputQueue(Manifests manifests, String service) {
        return manifests
                .ofKind("Component")
                .filter(component -> StreamSupport.stream(
                                component.at("/scopes").spliterator(), false)
                        .anyMatch(scope -> scope.asText().equals(service)))
                .filter(component ->
                        DaprComponents.setting(component, "direction").asText().equals("input"))
                .map(component -> DaprComponents.setting(component, "queueName").asText())
                .findFirst()
                .orElseThrow();
    }
}
