package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderItem;

/// What a receiver must have made of an order, without the `module` that signs it.
final class ExpectedDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExpectedDocument() {}

    static ObjectNode of(Order order) {
        return switch (order.delivery()) {
            case EXPRESS -> pickList(order);
            case STANDARD -> standardOrder(order);
        };
    }

    private static ObjectNode pickList(Order order) {
        var document = JSON.objectNode()
                .put("document", "pick-list")
                .put("orderId", order.orderId())
                .put("orderGuid", order.orderGuid().toString());
        var picks = document.putArray("picks");
        for (var item : order.items()) {
            if (item.quantity() > 0) {
                picks.addObject().put("sku", item.sku()).put("quantity", item.quantity());
            }
        }
        return document;
    }

    private static ObjectNode standardOrder(Order order) {
        var document = JSON.objectNode()
                .put("document", "order")
                .put("orderId", order.orderId())
                .put("orderGuid", order.orderGuid().toString())
                .put("description", order.description())
                .put("firstName", order.firstName())
                .put("lastName", order.lastName())
                .put("delivery", order.delivery().text());
        var items = document.putArray("items");
        for (var item : order.items()) {
            items.addObject()
                    .put("orderItemId", item.orderItemId())
                    .put("sku", item.sku())
                    .put("quantity", item.quantity());
        }
        document.putObject("totals")
                .put("itemCount", order.items().size())
                .put(
                        "quantity",
                        order.items().stream().mapToInt(OrderItem::quantity).sum());
        return document;
    }
}
