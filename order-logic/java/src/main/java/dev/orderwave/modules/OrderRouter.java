package dev.orderwave.modules;

import dev.orderwave.guest.Emission;
import dev.orderwave.guest.Metadata;
import dev.orderwave.order.Order;
import dev.orderwave.order.OrderGuest;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/// Sends each order to the queue of its delivery. The order itself goes on untouched.
public final class OrderRouter {

    private OrderRouter() {}

    @Export(name = "handle")
    public static long handle(Address message, int length) {
        return OrderGuest.handle(message, length, OrderRouter::route);
    }

    static Emission route(Order order) {
        var id = new Metadata("MessageId", String.valueOf(order.id()));
        return switch (order.delivery()) {
            case EXPRESS -> Emission.ofTheMessage("express", id);
            case STANDARD -> Emission.ofTheMessage("standard", id);
        };
    }
}
