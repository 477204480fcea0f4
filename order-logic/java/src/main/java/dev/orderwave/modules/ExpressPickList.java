package dev.orderwave.modules;

import dev.orderwave.guest.Emission;
import dev.orderwave.guest.MadeBy;
import dev.orderwave.guest.Metadata;
import dev.orderwave.json.JsonWriter;
import dev.orderwave.json.RawJson;
import dev.orderwave.order.Line;
import dev.orderwave.order.Order;
import dev.orderwave.order.OrderGuest;
import java.util.List;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/// Turns an express order into a pick list: what to take from the shelves, and nothing else.
public final class ExpressPickList {

    private ExpressPickList() {}

    @Export(name = "handle")
    public static long handle(Address message, int length) {
        return OrderGuest.handle(message, length, ExpressPickList::pickList);
    }

    static Emission pickList(Order order) {
        var list = new PickList(order.id(), order.guid(), order.lines());
        return Emission.of(
                list,
                "outbox",
                new Metadata("blobName", String.valueOf(list.orderId())),
                new Metadata("contentType", "application/json"));
    }

    private record PickList(long orderId, RawJson orderGuid, List<Line> lines) implements JsonWriter.Value {
        @Override
        public void writeTo(JsonWriter json) {
            json.openObject()
                    .field("document", "pick-list")
                    .field("orderId", orderId)
                    .field("orderGuid", orderGuid)
                    .field("picks")
                    .openList();
            for (var line : lines) {
                pick(line, json);
            }
            json.closeList().field("module", new MadeBy("express-pick-list")).closeObject();
        }

        /// A line with quantity 0 is no work for the picker.
        private static void pick(Line line, JsonWriter json) {
            if (line.quantity() > 0) {
                json.openObject()
                        .field("sku", line.sku())
                        .field("quantity", line.quantity())
                        .closeObject();
            }
        }
    }
}
