package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.order.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The orders that were sent, in the sequence they were sent, and where in it each is by the name of its blobs and its
/// message. The orders themselves are asked for only when needed: a list may read them anew each time.
record Wave(List<Order> orders, List<Integer> orderIds, Map<String, Integer> indexes) {

    static Wave of(List<Order> orders) {
        var orderIds = orders.stream().map(Order::orderId).toList();
        var indexes = HashMap.<String, Integer>newHashMap(orderIds.size());
        IntStream.range(0, orderIds.size()).forEach(index -> indexes.put(Integer.toString(orderIds.get(index)), index));
        return new Wave(orders, orderIds, indexes);
    }

    Optional<Order> find(String name) {
        return Optional.ofNullable(indexes.get(name)).map(orders::get);
    }
}
