package dev.orderwave.modules;

import dev.orderwave.guest.Emission;
import dev.orderwave.guest.MadeBy;
import dev.orderwave.guest.Metadata;
import dev.orderwave.json.JsonWriter;
import dev.orderwave.json.RawJson;
import dev.orderwave.order.Delivery;
import dev.orderwave.order.Line;
import dev.orderwave.order.Order;
import dev.orderwave.order.OrderGuest;
import java.util.List;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/// Turns a standard order into an order document: the order as it came, with totals.
public final class StandardOrder {

    private StandardOrder() {}

    @Export(name = "handle")
    public static long handle(Address message, int length) {
        return OrderGuest.handle(message, length, StandardOrder::orderDocument);
    }

    static Emission orderDocument(Order order) {
        var document = new OrderDocument(
                order.id(),
                order.guid(),
                order.description(),
                order.firstName(),
                order.lastName(),
                order.delivery(),
                order.items(),
                Totals.of(order.lines()));
        return Emission.of(
                document,
                "outbox",
                new Metadata("blobName", String.valueOf(document.orderId())),
                new Metadata("contentType", "application/json"));
    }

    private record OrderDocument(
            long orderId,
            RawJson orderGuid,
            RawJson description,
            RawJson firstName,
            RawJson lastName,
            Delivery delivery,
            RawJson items,
            Totals totals)
            implements JsonWriter.Value {
        @Override
        public void writeTo(JsonWriter json) {
            json.openObject()
                    .field("document", "order")
                    .field("orderId", orderId)
                    .field("orderGuid", orderGuid)
                    .field("description", description)
                    .field("firstName", firstName)
                    .field("lastName", lastName)
                    .field("delivery", delivery.word())
                    .field("items", items)
                    .field("totals", totals)
                    .field("module", new MadeBy("standard-order"))
                    .closeObject();
        }
    }

    private record Totals(int itemCount, int quantity) implements JsonWriter.Value {
        static Totals of(List<Line> lines) {
            var quantity = 0;
            for (var line : lines) {
                quantity += line.quantity();
            }
            return new Totals(lines.size(), quantity);
        }

        @Override
        public void writeTo(JsonWriter json) {
            json.openObject()
                    .field("itemCount", itemCount)
                    .field("quantity", quantity)
                    .closeObject();
        }
    }
}
