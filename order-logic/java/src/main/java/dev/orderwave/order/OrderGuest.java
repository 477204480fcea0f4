package dev.orderwave.order;

import dev.orderwave.guest.Emission;
import dev.orderwave.guest.Guest;
import java.util.function.Function;
import org.teavm.interop.Address;

/// A guest that is told orders, not messages.
public final class OrderGuest {

    private OrderGuest() {}

    /// What the `handle` of a module does that decides about orders.
    public static long handle(Address message, int length, Function<Order, Emission> decision) {
        return Guest.handle(message, length, bytes -> decision.apply(Order.read(bytes)));
    }
}
