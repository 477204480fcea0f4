package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every documented way to install the suite, judged by the API server that would get it, field by field.
@NeedsCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueSetsDeployIT {
    private final Helm helm = Helm.find();

    private Cluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) {
        cluster = Cluster.startWithCustomResources(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void a_cluster_takes_every_object_of(ValueSet values) {
        var rendered = values.render(helm);

        assertThat(rendered.documents()).isNotEmpty();
        assertThat(cluster.api().refusals(rendered)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment,   distributor-daprd,  /spec/template/spec, serviceAccount_Name",
        "Service,      distributor-daprd,  /spec,               publishNotReadyAdresses",
        "Component,    q-order-ingress,    /spec,               metaData",
        "ScaledObject, distributor-main,   /spec,               minReplicas",
        "NetworkPolicy, distributor,       /spec,               ingres",
    })
    void a_field_that_it_does_not_know_is_refused(String kind, String name, String place, String typo) {
        var object = helm.template(
                        "orders",
                        ValueSet.CHART,
                        ValueSet.named("workload-identity").arguments())
                .get(kind, name);
        ((ObjectNode) object.at(place)).put(typo, "x");

        assertThat(cluster.api().refusal(object).orElse("accepted"))
                .contains("unknown field")
                .contains(typo);
    }

    @Test
    void a_quantity_that_is_none_is_refused() {
        var values = ValueSet.named("workload-identity");
        var object = values.render(helm).get("Deployment", "distributor-daprd");
        ((ObjectNode) object.at("/spec/template/spec/containers/0/resources/requests")).put("memory", "much");

        assertThat(cluster.api().refusal(object).orElse("accepted")).contains("quantities must match");
    }
}
