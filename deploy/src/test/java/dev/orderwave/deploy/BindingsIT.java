package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the chart makes of `dapr-components`: the same, but for how a binding signs in.
class BindingsIT {
    private final Helm helm = Helm.find();

    @Test
    void a_binding_is_the_one_of_dapr_components_and_signs_in_by_workload_identity() {
        var manifests = ValueSet.named("workload-identity").render(helm);

        assertThat(DaprComponents.bindings().filter(BindingsIT::isComponent))
                .hasSize(8)
                .allSatisfy(source -> {
                    var rendered = manifests.get("Component", Manifests.name(source));
                    var expected = DaprComponents.settings(source);
                    expected.remove("connectionString");
                    var actual = DaprComponents.settings(rendered);
                    var signIn = Stream.of(actual.remove("namespaceName"), actual.remove("accountName"))
                            .flatMap(Stream::ofNullable)
                            .map(JsonNode::asText);

                    assertThat(signIn)
                            .singleElement()
                            .isIn("orderwave-example.servicebus.windows.net", "orderwaveexample");
                    assertThat(actual).isEqualTo(expected);
                    assertThat(rendered.has("auth")).isFalse();
                    assertThat(rendered.at("/scopes")).isEqualTo(source.at("/scopes"));
                    assertThat(rendered.at("/spec/type")).isEqualTo(source.at("/spec/type"));
                    assertThat(rendered.at("/spec/initTimeout")).isEqualTo(source.at("/spec/initTimeout"));
                });
    }

    @Test
    void a_binding_is_the_one_of_dapr_components_and_signs_in_by_a_secret() {
        var manifests = ValueSet.named("secrets").render(helm);

        assertThat(DaprComponents.bindings().filter(BindingsIT::isComponent))
                .hasSize(8)
                .allSatisfy(source -> {
                    var rendered = manifests.get("Component", Manifests.name(source));
                    var expected = DaprComponents.settings(source);
                    var actual = DaprComponents.settings(rendered);

                    var signIn = DaprComponents.setting(rendered, "connectionString");
                    assertThat(signIn.at("/name").asText()).isEqualTo("orderwave-connections");
                    assertThat(signIn.at("/key"))
                            .isEqualTo(DaprComponents.setting(source, "connectionString")
                                    .at("/key"));
                    actual.remove("connectionString");
                    expected.remove("connectionString");
                    assertThat(actual).isEqualTo(expected);
                    assertThat(rendered.at("/auth/secretStore").asText()).isEqualTo("kubernetes");
                    assertThat(rendered.at("/scopes")).isEqualTo(source.at("/scopes"));
                });
    }

    @ParameterizedTest
    @MethodSource("dev.orderwave.deploy.ValueSet#all")
    void policy_and_configuration_are_those_of_dapr_components(ValueSet values) {
        var manifests = values.render(helm);

        assertThat(manifests.get("Resiliency", "orderwave").at("/spec"))
                .isEqualTo(DaprComponents.bindings()
                        .filter(resource -> resource.at("/kind").asText().equals("Resiliency"))
                        .findFirst()
                        .orElseThrow()
                        .at("/spec"));
        var configuration = manifests.get("Configuration", "orderwave");
        assertThat(configuration.at("/spec/accessControl"))
                .isEqualTo(DaprComponents.configuration().at("/spec/accessControl"));
        assertThat(configuration.at("/spec/secrets/scopes")).singleElement().satisfies(scope -> {
            assertThat(scope.at("/storeName").asText()).isEqualTo("kubernetes");
            assertThat(scope.at("/defaultAccess").asText()).isEqualTo("deny");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "sidecar"})
    void nothing_signs_in_by_workload_identity_where_secrets_do(String mode) {
        assertThat(ValueSet.named("secrets")
                        .render(helm, "--set", "mode=" + mode)
                        .documents())
                .allSatisfy(document -> assertThat(document.toString())
                        .doesNotContain("azure.workload.identity")
                        .doesNotContain("azure-workload"));
    }

    private static boolean isComponent(JsonNode resource) {
        return resource.at("/kind").asText().equals("Component");
    }
}
