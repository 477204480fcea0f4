package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.order.Order;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The orders that were sent, by the id that their blobs and messages are named by, in the sequence they were sent.
record Wave(Map<String, Order> orders) {

    static Wave of(Collection<Order> orders) {
        var byName = LinkedHashMap.<String, Order>newLinkedHashMap(orders.size());
        orders.forEach(order -> byName.put(Integer.toString(order.orderId()), order));
        return new Wave(byName);
    }

    Optional<Order> find(String name) {
        return Optional.ofNullable(orders.get(name));
    }
}
