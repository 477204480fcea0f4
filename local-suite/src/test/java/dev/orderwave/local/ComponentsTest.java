package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What every component must say, and the names that are fixed.
class ComponentsTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, JsonNode> components = read(Checkout.find().components("bindings"));

    @Test
    void the_components_are_the_ones_that_everybody_knows_by_name() {
        assertThat(components)
                .containsOnlyKeys(
                        "q-order-ingress",
                        "q-order-express-in",
                        "q-order-standard-in",
                        "q-order-express-out",
                        "q-order-standard-out",
                        "express-outbox",
                        "standard-outbox",
                        "rejected-outbox");
    }

    @Test
    void every_component_says_its_direction_and_who_may_use_it() {
        assertThat(components).allSatisfy((name, component) -> {
            assertThat(metadata(component, "direction").get("value").asText()).isIn("input", "output");
            assertThat(component.get("scopes")).isNotEmpty();
        });
    }

    @Test
    void every_connection_string_is_in_the_secret_store() {
        assertThat(components).allSatisfy((name, component) -> {
            assertThat(metadata(component, "connectionString").has("secretKeyRef"))
                    .isTrue();
            assertThat(metadata(component, "connectionString").has("value")).isFalse();
            assertThat(component.at("/auth/secretStore").asText()).isEqualTo("orderwave-secrets");
        });
    }

    @Test
    void nobody_invokes_a_service_through_its_daprd_which_would_add_the_token() throws IOException {
        var configuration = YAML.readTree(Checkout.find()
                .root()
                .resolve("dapr-components/configuration.yaml")
                .toFile());

        assertThat(configuration.at("/spec/accessControl/defaultAction").asText())
                .isEqualTo("deny");
    }

    /// Daprd's second post of an event may have lost its body: docs/adr/0017.
    @Test
    void no_event_is_posted_twice() throws IOException {
        var policy = YAML.readTree(Checkout.find()
                .components("bindings")
                .resolve("resiliency.yaml")
                .toFile());

        assertThat(policy.findValue("inbound").has("timeout")).isTrue();
        assertThat(policy.findValues("retry")).isEmpty();
        assertThat(policy.findValues("retries")).isEmpty();
    }

    @Test
    void an_input_binding_holds_no_more_messages_than_it_handles() {
        assertThat(components.values())
                .filteredOn(component ->
                        metadata(component, "direction").get("value").asText().equals("input"))
                .hasSize(3)
                .allSatisfy(component -> assertThat(
                                metadata(component, "maxActiveMessages").get("value"))
                        .isEqualTo(metadata(component, "maxConcurrentHandlers").get("value")));
    }

    private static JsonNode metadata(JsonNode component, String name) {
        return StreamSupport.stream(component.at("/spec/metadata").spliterator(), false)
                .filter(entry -> entry.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(component.at("/metadata/name") + " lacks " + name));
    }

    private static Map<String, JsonNode> read(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(ComponentsTest::parse)
                    .filter(resource -> resource.get("kind").asText().equals("Component"))
                    .collect(Collectors.toMap(
                            resource -> resource.at("/metadata/name").asText(), Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
