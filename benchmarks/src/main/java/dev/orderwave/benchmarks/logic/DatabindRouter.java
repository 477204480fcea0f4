package dev.orderwave.benchmarks.logic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The router's rules on records that Jackson fills: what most Java programs do.
final class DatabindRouter {

    private static final ObjectReader ORDERS = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Order.class);

    private DatabindRouter() {}

    static Verdict route(byte[] message) {
        Order order;
        try {
            order = ORDERS.readValue(message);
        } catch (IOException e) {
            return new Verdict.Reject("not an order: " + e.getMessage());
        }
        if (order.orderId() <= 0) {
            return new Verdict.Reject("orderId must be a positive integer, was " + order.orderId());
        }
        var output = switch (order.delivery()) {
            case EXPRESS -> "express";
            case STANDARD -> "standard";
        };
        var metadata = Map.of("MessageId", Long.toString(order.orderId()));
        return new Verdict.Emit(List.of(new Emission(output, metadata, Optional.empty())));
    }

    /// An order, with what its sender writes about it.
    record Order(
            long orderId,
            String orderGuid,
            String description,
            String firstName,
            String lastName,
            Delivery delivery,
            List<Item> items) {}

    record Item(int orderItemId, String sku, int quantity) {}

    enum Delivery {
        @JsonProperty("Express")
        EXPRESS,
        @JsonProperty("Standard")
        STANDARD
    }
}
