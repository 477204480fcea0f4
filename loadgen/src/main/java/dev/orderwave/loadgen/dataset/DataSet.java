package dev.orderwave.loadgen.dataset;

import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import java.util.HashSet;
import java.util.List;

/// The orders of one wave and the seed they came from. No two share an id, since the id names the blob an order ends
/// as.
public record DataSet(long seed, List<Order> orders) {

    public DataSet {
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("a data set needs at least one order");
        }
        orders = List.copyOf(orders);
        var seen = HashSet.<Integer>newHashSet(orders.size());
        for (var order : orders) {
            if (!seen.add(order.orderId())) {
                throw new IllegalArgumentException("order id " + order.orderId() + " occurs twice in the data set");
            }
        }
    }

    public static DataSet from(OrderGenerator generator, int count) {
        return new DataSet(generator.seed(), generator.generate(count));
    }

    public int size() {
        return orders.size();
    }
}
