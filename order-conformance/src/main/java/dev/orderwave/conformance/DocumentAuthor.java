package dev.orderwave.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The object `module` in a document: who made it. It must be there with a name and a version, whatever they are.
final class DocumentAuthor {

    private static final String FIELD = "module";

    private DocumentAuthor() {}

    /// The verdict, with each author that is well said replaced by the same one, so that two verdicts can be compared.
    static JsonNode removedFrom(JsonNode verdict) {
        var copy = verdict.deepCopy();
        for (var emission : copy.path("emit")) {
            if (emission.path("data") instanceof ObjectNode document && isWellSaid(document.path(FIELD))) {
                document.put(FIELD, "well said");
            }
        }
        return copy;
    }

    private static boolean isWellSaid(JsonNode author) {
        return isText(author.path("name")) && isText(author.path("version"));
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }
}
