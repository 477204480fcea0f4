package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The first field in which two JSON values differ. The order of an object's fields does not matter, that of a list
/// does.
record Difference(String field, String expected, String actual) {

    static Optional<Difference> first(JsonNode expected, JsonNode actual) {
        return first("", expected, actual);
    }

    private static Optional<Difference> first(String path, JsonNode expected, JsonNode actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        if (expected instanceof ObjectNode wanted && actual instanceof ObjectNode given) {
            return firstOf(names(wanted, given)
                    .map(name ->
                            first(path.isEmpty() ? name : path + "." + name, wanted.path(name), given.path(name))));
        }
        if (expected instanceof ArrayNode wanted && actual instanceof ArrayNode given) {
            return firstOf(IntStream.range(0, Math.max(wanted.size(), given.size()))
                    .mapToObj(index -> first(path + "[" + index + "]", wanted.path(index), given.path(index))));
        }
        return Optional.of(new Difference(path, text(expected), text(actual)));
    }

    private static Stream<String> names(ObjectNode one, ObjectNode other) {
        return Stream.concat(one.propertyStream(), other.propertyStream())
                .map(Map.Entry::getKey)
                .distinct();
    }

    private static Optional<Difference> firstOf(Stream<Optional<Difference>> candidates) {
        return candidates.flatMap(Optional::stream).findFirst();
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.toString();
    }

    @Override
    public String toString() {
        return "%s should be %s, is %s".formatted(field.isEmpty() ? "the document" : field, expected, actual);
    }
}
