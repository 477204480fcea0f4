package dev.orderwave.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Kubernetes objects, in the order in which they were written.
record Manifests(List<JsonNode> documents) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Manifests {
        documents = List.copyOf(documents);
    }

    /// Documents without content, which templates leave behind, are left out.
    static Manifests parse(String yaml) {
        try (MappingIterator<JsonNode> parsed = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return new Manifests(
                    parsed.readAll().stream().filter(JsonNode::isObject).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("not YAML:%n%s".formatted(yaml), e);
        }
    }

    /// @throws UncheckedIOException if the file cannot be read
    static Manifests read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    Stream<JsonNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> document.at("/kind").asText().equals(kind));
    }

    /// @throws AssertionError if it is not there, with the names of its kind that are
    JsonNode get(String kind, String name) {
        return ofKind(kind)
                .filter(document -> name(document).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no %s '%s', only %s"
                        .formatted(kind, name, ofKind(kind).map(Manifests::name).toList())));
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }
}
