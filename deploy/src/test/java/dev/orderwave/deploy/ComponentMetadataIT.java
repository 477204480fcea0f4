package dev.orderwave.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A component's settings against what the binding itself says it has. Neither Kubernetes nor daprd minds a wrong name.
class ComponentMetadataIT {
    /// What daprd reads, not the binding.
    private static final Set<String> OF_EVERY_BINDING = Set.of("direction");

    private final Helm helm = Helm.find();
    private final Path bindings = sources().resolve("bindings");

    @ParameterizedTest
    @ValueSource(strings = {"workload-identity", "secrets"})
    void every_setting_is_one_that_the_binding_has(String values) {
        assertThat(ValueSet.named(values).render(helm).ofKind("Component"))
                .hasSize(8)
                .allSatisfy(component -> {
                    var settings = DaprComponents.settings(component).keySet();

                    assertThat(unknown(component)).isEmpty();
                    assertThat(settings).containsAll(names(required(metadata(component))));
                    assertThat(waysToSignIn(component))
                            .anySatisfy(needed -> assertThat(settings).containsAll(needed));
                });
    }

    @Test
    void a_setting_that_is_spelt_wrong_is_found() {
        var component = Manifests.parse("""
                spec:
                  type: bindings.azure.servicebusqueues
                  metadata:
                    - { name: queueName, value: q-order-ingress }
                    - { name: maxActiveMessage, value: "32" }
                """).documents().getFirst();

        assertThat(unknown(component)).containsExactly("maxActiveMessage");
    }

    private Collection<String> unknown(JsonNode component) {
        var unknown = new HashSet<>(DaprComponents.settings(component).keySet());
        unknown.removeAll(OF_EVERY_BINDING);
        unknown.removeAll(names(metadata(component)));
        profiles(component).forEach(profile -> unknown.removeAll(names(elements(profile.at("/metadata")))));
        return unknown;
    }

    /// What each way of signing in needs.
    private Stream<List<String>> waysToSignIn(JsonNode component) {
        return profiles(component).map(profile -> names(required(elements(profile.at("/metadata")))));
    }

    private Stream<JsonNode> profiles(JsonNode component) {
        var specification = specification(component);
        return Stream.concat(
                elements(specification.at("/authenticationProfiles")),
                elements(specification.at("/builtinAuthenticationProfiles")));
    }

    private Stream<JsonNode> metadata(JsonNode component) {
        return elements(specification(component).at("/metadata"));
    }

    private JsonNode specification(JsonNode component) {
        var type = component.at("/spec/type").asText();
        return DaprComponents.read(
                bindings.resolve(type.replaceFirst("^bindings\\.", "").replace('.', '/'))
                        .resolve("metadata.yaml"));
    }

    private static Stream<JsonNode> required(Stream<JsonNode> entries) {
        return entries.filter(entry -> entry.at("/required").asBoolean());
    }

    private static List<String> names(Stream<JsonNode> entries) {
        return entries.map(entry -> entry.at("/name").asText()).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /// The bindings that the pinned daprd is made of, as Go keeps them.
    private static Path sources() {
        var folder = ask("go", "list", "-m", "-f", "{{.Dir}}", "github.com/dapr/components-contrib");
        assumeTrue(
                !folder.isBlank(),
                "the sources of Dapr's bindings are not here: install Go, then run 'go mod download' in tools/daprd");
        return Path.of(folder);
    }

    /// What a command says in `tools/daprd`; nothing if it is not there, or fails.
    private static String ask(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(Checkout.find().root().resolve("tools/daprd").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
