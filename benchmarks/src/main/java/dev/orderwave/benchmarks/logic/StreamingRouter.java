package dev.orderwave.benchmarks.logic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The router's rules on Jackson's tokens: the least that plain Java can do.
final class StreamingRouter {

    private static final int DEEPEST = 100;
    private static final List<String> FIELDS =
            List.of("orderId", "orderGuid", "description", "firstName", "lastName", "delivery", "items");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private int seen;
    private long id;
    private String delivery = "";

    private StreamingRouter() {}

    static Verdict route(byte[] message) {
        var order = new StreamingRouter();
        try (var json = JSON.createParser(message)) {
            order.read(json);
        } catch (IOException e) {
            return new Verdict.Reject("not JSON: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Verdict.Reject(String.valueOf(e.getMessage()));
        }
        return order.verdict();
    }

    private void read(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "not an order: an order is a JSON object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var field = json.currentName();
            var value = json.nextToken();
            requireOnce(field);
            switch (field) {
                case "orderId" -> id = value == JsonToken.VALUE_NUMBER_INT ? json.getLongValue() : 0;
                case "delivery" -> delivery = value == JsonToken.VALUE_STRING ? json.getText() : "";
                default -> json.skipChildren();
            }
        }
        require(json.nextToken() == null, "not JSON: there is more after the order");
    }

    private Verdict verdict() {
        if (id <= 0) {
            return new Verdict.Reject("orderId must be a positive integer");
        }
        return switch (delivery) {
            case "Express" -> emit("express");
            case "Standard" -> emit("standard");
            default -> new Verdict.Reject("delivery must be Express or Standard");
        };
    }

    private Verdict emit(String output) {
        var metadata = Map.of("MessageId", Long.toString(id));
        return new Verdict.Emit(List.of(new Emission(output, metadata, Optional.empty())));
    }

    private void requireOnce(String field) {
        var index = FIELDS.indexOf(field);
        require(index < 0 || (seen & 1 << index) == 0, "not an order: " + field + " is there twice");
        seen |= index < 0 ? 0 : 1 << index;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
