package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.loadgen.order.Order;
import java.io.IOException;
import java.util.Optional;

/// Compares a receiver's document with the order it was made from.
///
/// Every field must be there and right and no other may be, except `module`: who made the document must be
/// told by name and version, which ones is not the load's business.
final class DocumentCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentCheck() {}

    /// What is wrong with the document; empty if nothing is.
    static Optional<String> fault(Order order, byte[] document) {
        try {
            return JSON.readTree(document) instanceof ObjectNode object
                    ? fault(order, object)
                    : Optional.of("the document is not a JSON object");
        } catch (IOException invalid) {
            return Optional.of("the document is not JSON");
        }
    }

    private static Optional<String> fault(Order order, ObjectNode document) {
        var module = document.path("module");
        return Difference.first(ExpectedDocument.of(order), document.deepCopy().without("module"))
                .map(Difference::toString)
                .or(() -> unnamed(module, "name"))
                .or(() -> unnamed(module, "version"));
    }

    private static Optional<String> unnamed(JsonNode module, String field) {
        var value = module.path(field);
        return value.isTextual() && !value.textValue().isBlank()
                ? Optional.empty()
                : Optional.of(
                        "module." + field + " should be a text, is " + (value.isMissingNode() ? "absent" : value));
    }
}
