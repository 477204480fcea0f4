package dev.orderwave.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `dapr-components`, the one source of every rendering.
final class DaprComponents {
    private static final YAMLMapper YAML = new YAMLMapper();

    private DaprComponents() {}

    /// Components and the resiliency policy.
    static Stream<JsonNode> bindings() {
        try (var files = Files.list(folder().resolve("bindings"))) {
            return files.sorted(Comparator.naturalOrder()).map(DaprComponents::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode configuration() {
        return read(folder().resolve("configuration.yaml"));
    }

    /// A component's settings by name: a text, or a reference to a secret.
    static Map<String, JsonNode> settings(JsonNode component) {
        var settings = new TreeMap<String, JsonNode>();
        component
                .at("/spec/metadata")
                .forEach(entry -> settings.put(
                        entry.at("/name").asText(),
                        entry.has("value") ? entry.at("/value") : entry.at("/secretKeyRef")));
        return settings;
    }

    /// One setting, missing if the component does not have it.
    static JsonNode setting(JsonNode component, String name) {
        return settings(component).getOrDefault(name, component.at("/none"));
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    private static Path folder() {
        return Checkout.find().root().resolve("dapr-components");
    }
}
