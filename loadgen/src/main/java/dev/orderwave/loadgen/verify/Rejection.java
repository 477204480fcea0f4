package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/// The part of an entry in the rejected outbox that the load cares for. The message id is the id of the order.
record Rejection(String messageId, String reason) {

    static final String CONTAINER = "rejected-outbox";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Empty if the content is no entry; the order it should have told about then counts as lost.
    static Optional<Rejection> parse(byte[] content) {
        try {
            var entry = JSON.readTree(content);
            return Optional.of(entry.path("messageId"))
                    .filter(JsonNode::isTextual)
                    .map(messageId -> new Rejection(
                            messageId.textValue(), entry.path("reason").asText("no reason")));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
