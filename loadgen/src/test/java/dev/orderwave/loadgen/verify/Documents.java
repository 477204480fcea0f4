package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.loadgen.order.Delivery;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Orders, and the documents a receiver makes of them, for tests.
public final class Documents {

    private Documents() {}

    static Order order(int orderId, Delivery delivery) {
        return new Order(
                orderId,
                UUID.fromString("c0ffee00-0000-4000-8000-000000000007"),
                "five-word-slug-like-this",
                "Zoë",
                "𠮷田",
                delivery,
                List.of(new OrderItem(1, "ABCDEFGHIJ123", 3), new OrderItem(2, "KLMNOPQRST456", 0)));
    }

    public static byte[] right(Order order) {
        return altered(order, document -> {});
    }

    static byte[] altered(Order order, Consumer<ObjectNode> change) {
        var document = ExpectedDocument.of(order);
        document.putObject("module").put("name", "any-module").put("version", "1.0.0");
        change.accept(document);
        return bytes(document.toString());
    }

    static byte[] rejection(int orderId, String reason) {
        return bytes(
                "{\"reason\":\"%s\",\"app\":\"distributor\",\"module\":{\"name\":\"m\",\"version\":\"1\"},\"messageId\":\"%d\",\"message\":\"{}\"}"
                        .formatted(reason, orderId));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
