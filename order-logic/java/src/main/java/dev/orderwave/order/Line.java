package dev.orderwave.order;

import dev.orderwave.guest.Rejection;
import dev.orderwave.json.JsonException;
import dev.orderwave.json.JsonList;
import dev.orderwave.json.JsonObject;
import dev.orderwave.json.RawJson;

/// One line of an order: how many of what.
public record Line(RawJson sku, int quantity) {

    private static final int MOST = 10;

    /// A reason starts where `items[7]` ends.
    static Line read(JsonList items) {
        var fields = new Fields(object(items), ".");
        return new Line(fields.text("sku"), quantity(fields.value("quantity")));
    }

    private static JsonObject object(JsonList items) {
        try {
            return items.object("sku", "quantity");
        } catch (JsonException e) {
            throw new Rejection(" must be an object with one sku and one quantity, was ", items.value());
        }
    }

    private static int quantity(RawJson value) {
        var quantity = value.naturalNumber();
        if (quantity.isEmpty() || quantity.getAsLong() > MOST) {
            throw new Rejection(".quantity must be an integer from 0 to " + MOST + ", was ", value);
        }
        return (int) quantity.getAsLong();
    }
}
