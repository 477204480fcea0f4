package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `deploy/terraform`, as far as it can be judged without Azure.
class TerraformDeployIT {
    private static final String NAME = "name=orderwave";
    private static final String LOCATION = "location=westeurope";

    @TempDir
    private Path directory;

    private OpenTofu tofu;

    @BeforeEach
    void copy() {
        tofu = OpenTofu.in(directory);
    }

    @Test
    void every_queue_of_dapr_components_is_made_with_the_lock_and_the_deliveries_that_they_need() {
        var queues = planned("queue");

        assertThat(queues.stream().map(queue -> queue.at("/values/name").asText()))
                .containsExactlyInAnyOrderElementsOf(components("bindings.azure.servicebusqueues", "queueName"));
        assertThat(queues).allSatisfy(queue -> {
            var properties = queue.at("/values/body/properties");
            assertThat(properties.at("/lockDuration").asText()).isEqualTo("PT1M");
            assertThat(properties.at("/maxDeliveryCount").asInt()).isEqualTo(2000);
            assertThat(properties.at("/requiresSession").asBoolean(true)).isFalse();
            assertThat(properties.at("/deadLetteringOnMessageExpiration").asBoolean())
                    .isTrue();
        });
    }

    @Test
    void every_container_of_dapr_components_is_made_and_one_for_the_data_sets() {
        assertThat(planned("container").stream()
                        .map(container -> container.at("/values/name").asText()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                components("bindings.azure.blobstorage", "containerName").stream(),
                                Stream.of("testdata"))
                        .toList());
    }

    @Test
    void each_daprd_may_do_what_its_components_do_and_nothing_else() {
        var apps = List.of("distributor", "receiver-express", "receiver-standard");

        var granted = planned("grant").stream()
                .map(grant -> grant.at("/index").asText())
                .filter(grant -> apps.contains(grant.split(" ")[0]));

        assertThat(granted)
                .containsExactlyInAnyOrderElementsOf(DaprComponents.bindings()
                        .filter(document -> document.at("/kind").asText().equals("Component"))
                        .flatMap(TerraformDeployIT::needs)
                        .toList());
    }

    @Test
    void nobody_may_do_anything_in_a_whole_namespace_or_account() {
        assertThat(planned("grant").stream().map(grant -> grant.at("/index").asText()))
                .allSatisfy(grant -> assertThat(grant.split(" ")[2])
                        .isIn(Stream.concat(
                                        components("bindings.azure.servicebusqueues", "queueName").stream(),
                                        Stream.concat(
                                                components("bindings.azure.blobstorage", "containerName").stream(),
                                                Stream.of("testdata")))
                                .toList()));
    }

    @Test
    void there_is_no_key_and_no_password() {
        assertThat(planned("service_bus")
                        .getFirst()
                        .at("/values/body/properties/disableLocalAuth")
                        .asBoolean())
                .isTrue();
        assertThat(planned("storage")
                        .getFirst()
                        .at("/values/body/properties/allowSharedKeyAccess")
                        .asBoolean(true))
                .isFalse();
        assertThat(planned("registry")
                        .getFirst()
                        .at("/values/body/properties/adminUserEnabled")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void a_service_may_manage_its_queue_only_if_it_watches_it() {
        assertThat(planned("grant").toString()).doesNotContain("queue-watch");
        assertThat(planned("grant", "queue_watch=true").toString())
                .contains("queue-watch manage_messages q-order-ingress");
    }

    @Test
    void every_name_is_one_that_azures_api_knows() {
        tofu.answerForAzure();

        assertThat(tofu.plan(NAME, LOCATION).at("/planned_values/root_module/resources"))
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "servicebus.tf, lockDuration,       lockDurations",
        "cluster.tf,    oidcIssuerProfile,  oidcIssuer",
        "storage.tf,    allowSharedKeyAccess, allowSharedKeys",
        "identity.tf,   principalType,      principleType",
        "identity.tf,   audiences,          audience",
        "registry.tf,   adminUserEnabled,   adminEnabled",
    })
    void a_name_that_azures_api_does_not_know_is_refused(String file, String name, String typo) {
        tofu.answerForAzure();
        tofu.replace(file, name + " ", typo + " ");

        assertThatThrownBy(() -> tofu.plan(NAME, LOCATION))
                .isInstanceOf(TofuRefusedException.class)
                .hasMessageContaining(typo);
    }

    @ParameterizedTest
    @CsvSource({
        "name=Order-Wave,                    The name must be 6 to 18 lowercase letters and digits",
        "service_bus_sku=Basic,              The tier must be Standard or Premium",
        "'node_pools={system={vm_size=\"Standard_D2as_v5\",max_count=1}}', A pool's name must be",
    })
    void nonsense_is_refused_with_what_to_say_instead(String nonsense, String advice) {
        assertThatThrownBy(() -> tofu.plan(NAME, LOCATION, nonsense))
                .isInstanceOf(TofuRefusedException.class)
                .hasMessageContaining(advice);
    }

    @Test
    void the_chart_takes_what_terraform_tells_it() throws IOException {
        var helm = Helm.find();

        var values = Files.writeString(
                directory.resolve("azure.yaml"),
                tofu.helmValues(Checkout.find().deploy("src/test/resources/terraform/mocks.tftest.hcl")));
        var manifests = helm.template("orders", ValueSet.CHART, "--values", values.toString());

        assertThat(manifests
                        .ofKind("ServiceAccount")
                        .filter(account -> Manifests.name(account).endsWith("-daprd"))
                        .map(account -> account.at("/metadata/annotations/azure.workload.identity~1client-id")
                                .asText()))
                .hasSize(3)
                .containsOnly("11111111-1111-1111-1111-111111111111");
        assertThat(trusted())
                .containsAll(manifests
                        .ofKind("ServiceAccount")
                        .filter(account -> !account.at("/metadata/annotations/azure.workload.identity~1client-id")
                                .isMissingNode())
                        .map(account -> "orders-" + Manifests.name(account))
                        .toList());
    }

    private List<String> trusted() {
        return planned("trust").stream()
                .map(trust -> trust.at("/values/name").asText())
                .toList();
    }

    private List<JsonNode> planned(String name, String... variables) {
        var arguments =
                Stream.concat(Stream.of(NAME, LOCATION), Stream.of(variables)).toArray(String[]::new);
        var resources = tofu.plan(arguments).at("/planned_values/root_module/resources");
        return StreamSupport.stream(resources.spliterator(), false)
                .filter(resource -> resource.at("/name").asText().equals(name))
                .toList();
    }

    private static List<String> components(String type, String setting) {
        return DaprComponents.bindings()
                .filter(component -> component.at("/spec/type").asText().equals(type))
                .map(component -> DaprComponents.setting(component, setting).asText())
                .distinct()
                .toList();
    }

    /// The grants that a component takes, one for each daprd that loads it.
    private static Stream<String> needs(JsonNode component) {
        var direction = DaprComponents.setting(component, "direction").asText();
        var container = DaprComponents.setting(component, "containerName").asText();
        var role = !container.isEmpty() ? "write_blobs" : direction.equals("input") ? "receive" : "send";
        var target = container.isEmpty()
                ? DaprComponents.setting(component, "queueName").asText()
                : container;
        return StreamSupport.stream(component.at("/scopes").spliterator(), false)
                .map(app -> "%s %s %s".formatted(app.asText(), role, target));
    }
}
