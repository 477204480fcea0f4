package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.order.Order;

/// What one stored blob says about the wave.
sealed interface Evidence {

    /// A blob that ends an order, well or badly. Each order must have exactly one.
    sealed interface Ending extends Evidence {
        Order order();

        String blob();
    }

    record Intact(Order order, String blob) implements Ending {}

    record Corrupted(Order order, String blob, String difference) implements Ending {}

    record Misrouted(Order order, String blob) implements Ending {}

    record Rejected(Order order, String blob, String reason) implements Ending {}

    /// A blob of no order of this wave.
    record Unexpected(String blob, String reason) implements Evidence {}
}
