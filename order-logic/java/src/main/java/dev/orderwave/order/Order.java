package dev.orderwave.order;

import dev.orderwave.guest.Rejection;
import dev.orderwave.json.JsonException;
import dev.orderwave.json.JsonList;
import dev.orderwave.json.JsonObject;
import dev.orderwave.json.JsonProblem;
import dev.orderwave.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// An order as it came in.
///
/// Reading one checks that the whole message is JSON, and nothing else: each module asks for the fields it needs and
/// gets the value or a [Rejection].
public final class Order {

    private final Fields fields;

    private Order(Fields fields) {
        this.fields = fields;
    }

    public static Order read(byte[] message) {
        try {
            var object = JsonObject.read(
                    message, "orderId", "orderGuid", "description", "firstName", "lastName", "delivery", "items");
            return new Order(new Fields(object, ""));
        } catch (JsonException e) {
            throw new Rejection(reason(e.problem()));
        }
    }

    private static String reason(JsonProblem problem) {
        return switch (problem) {
            case JsonProblem.NotJson _ -> "not JSON: " + problem;
            case JsonProblem.NotAnObject _ -> "not an order: an order is a JSON object";
            case JsonProblem.TooDeep _, JsonProblem.FieldTwice _ -> "not an order: " + problem;
        };
    }

    /// Also the name of the blob, so it must be a number that every reader reads the same way.
    public long id() {
        var value = fields.value("orderId");
        var id = value.naturalNumber();
        if (id.isEmpty() || id.getAsLong() == 0) {
            throw new Rejection("orderId must be a positive integer, was ", value);
        }
        return id.getAsLong();
    }

    public RawJson guid() {
        return fields.text("orderGuid");
    }

    public RawJson description() {
        return fields.text("description");
    }

    public RawJson firstName() {
        return fields.text("firstName");
    }

    public RawJson lastName() {
        return fields.text("lastName");
    }

    public Delivery delivery() {
        var value = fields.value("delivery");
        for (var delivery : Delivery.values()) {
            if (value.says(delivery.word())) {
                return delivery;
            }
        }
        throw new Rejection("delivery must be Express or Standard, was ", value);
    }

    /// All lines as they were written.
    public RawJson items() {
        return fields.value("items");
    }

    public List<Line> lines() {
        var items = items();
        if (!items.isList()) {
            throw new Rejection("items must be a list, was ", items);
        }
        var lines = new ArrayList<Line>();
        var entries = items.entries();
        while (entries.next()) {
            lines.add(line(entries, lines.size()));
        }
        if (lines.isEmpty()) {
            throw new Rejection("items must have at least one line");
        }
        return lines;
    }

    private static Line line(JsonList entries, int index) {
        try {
            return Line.read(entries);
        } catch (Rejection rejection) {
            throw rejection.in("items[" + index + "]");
        }
    }
}
