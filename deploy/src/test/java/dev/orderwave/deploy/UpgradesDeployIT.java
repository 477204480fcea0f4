package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Helm at work in a cluster: whatever one has installed, the way to everything else is open, and so is the way back.
@NeedsCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradesDeployIT {
    private final Helm helm = Helm.find();

    private Cluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) {
        cluster = Cluster.startWithCustomResources(directory);
    }

    @AfterEach
    void uninstall() {
        helm.uninstall(cluster);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void the_default_can_be_upgraded_and_rolled_back_to(ValueSet values) {
        helm.install(cluster, ValueSet.named("workload-identity"));
        var before = spec("Deployment", "distributor-main");

        // An API server refuses to change what selects pods, for example.
        assertThatCode(() -> helm.install(cluster, values)).doesNotThrowAnyException();
        assertThatCode(() -> helm.rollBack(cluster, 1)).doesNotThrowAnyException();

        assertThat(spec("Deployment", "distributor-main")).isEqualTo(before);
    }

    @Test
    void tokens_are_made_once_and_outlive_an_upgrade() {
        helm.install(cluster, ValueSet.named("workload-identity"));
        var app = token("distributor-app-token");
        var dapr = token("distributor-dapr-token");
        assertThat(app).isNotEmpty().isNotEqualTo(dapr);

        helm.install(cluster, ValueSet.named("sidecar"));

        assertThat(token("distributor-app-token")).isEqualTo(app);
        assertThat(token("distributor-dapr-token")).isEqualTo(dapr);
    }

    @Test
    void what_scales_a_service_is_left_alone_by_an_upgrade() {
        helm.install(cluster, ValueSet.named("workload-identity"));
        cluster.api().merge("apps/v1", "Deployment", "orders", "distributor-main", """
                {"spec": {"replicas": 7}}""");

        helm.install(cluster, ValueSet.named("modules"));

        assertThat(spec("Deployment", "distributor-main").at("/replicas").asInt())
                .isEqualTo(7);
    }

    @Test
    void nothing_is_left_after_it_was_uninstalled() {
        var values = ValueSet.named("workload-identity");
        var rendered = values.render(helm);
        helm.install(cluster, values);

        helm.uninstall(cluster);

        assertThat(rendered.documents())
                .noneSatisfy(object -> assertThat(cluster.api()
                                .find(
                                        object.at("/apiVersion").asText(),
                                        object.at("/kind").asText(),
                                        "orders",
                                        Manifests.name(object)))
                        .isPresent());
    }

    private JsonNode spec(String kind, String name) {
        return cluster.api().find("apps/v1", kind, "orders", name).orElseThrow().at("/spec");
    }

    private String token(String secret) {
        return cluster.api()
                .find("v1", "Secret", "orders", secret)
                .orElseThrow()
                .at("/data/token")
                .asText();
    }
}
