package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is off until somebody wants it.
class OptionsIT {
    private final Helm helm = Helm.find();

    @Test
    void tokens_that_exist_are_not_made() {
        assertThat(ValueSet.named("workload-identity")
                        .render(helm, "--set", "tokens.create=false")
                        .ofKind("Secret"))
                .isEmpty();
    }

    @Test
    void a_module_comes_from_its_registry_and_must_be_signed() {
        var manifests = ValueSet.named("modules").render(helm);

        var pod = PodTemplates.of(manifests.get("Deployment", "distributor-main"));
        assertThat(PodTemplates.environment(pod).get("ORDERWAVE_MODULE_SOURCE")).contains("/order-router@sha256:");
        var signer = PodTemplates.environment(pod).get("ORDERWAVE_MODULE_SIGNED_BY");
        assertThat(signer).isEqualTo("/etc/orderwave/signer.pem");
        assertThat(manifests
                        .get("ConfigMap", "distributor-module-signer")
                        .at("/data/signer.pem")
                        .asText())
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("-----END PUBLIC KEY-----\n");
        assertThat(PodTemplates.environment(PodTemplates.of(manifests.get("Deployment", "receiver-standard-main"))))
                .doesNotContainKey("ORDERWAVE_MODULE_SOURCE");
    }

    @Test
    void a_wave_is_made_when_somebody_asks_for_it() {
        var manifests = ValueSet.named("loadgen").render(helm);

        var waves = manifests.get("CronJob", "loadgen");
        assertThat(waves.at("/spec/suspend").asBoolean()).isTrue();
        assertThat(PodTemplates.of(waves).at("/spec/containers/0/args/0").asText())
                .isEqualTo("run");
        assertThat(PodTemplates.of(manifests.get("Deployment", "loadgen"))
                        .at("/spec/containers/0/args/0")
                        .asText())
                .isEqualTo("serve");
    }

    @Test
    void a_queue_is_watched_as_somebody_who_is_not_its_daprd() {
        var manifests = ValueSet.named("loadgen").render(helm);

        var deployment = manifests.get("Deployment", "distributor-main");
        assertThat(PodTemplates.environment(PodTemplates.of(deployment)))
                .containsEntry("ORDERWAVE_QUEUE_WATCH_ENDPOINT", "https://orderwave-example.servicebus.windows.net");
        assertThat(deployment
                        .at("/spec/template/metadata/labels")
                        .path("azure.workload.identity/use")
                        .asText())
                .isEqualTo("true");
        assertThat(manifests.get("ServiceAccount", "distributor").at("/metadata/annotations"))
                .isNotEqualTo(
                        manifests.get("ServiceAccount", "distributor-daprd").at("/metadata/annotations"))
                .singleElement()
                .satisfies(client -> assertThat(client.asText()).endsWith("6"));
    }
}
