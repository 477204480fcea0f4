package dev.orderwave.loadgen.verify;

import java.time.Instant;

/// What one stored blob says about the wave.
sealed interface Evidence {

    /// A blob that ends an order, well or badly. Each order must have exactly one.
    sealed interface Ending extends Evidence {
        int orderId();

        String blob();
    }

    /// An order that came where it should.
    sealed interface Arrival extends Ending {
        Outbox outbox();

        /// By storage's clock, in whole seconds.
        Instant at();
    }

    record Intact(int orderId, String blob, Outbox outbox, Instant at) implements Arrival {}

    record Corrupted(int orderId, String blob, Outbox outbox, Instant at, String difference) implements Arrival {}

    record Misrouted(int orderId, String blob) implements Ending {}

    record Rejected(int orderId, String blob, String reason) implements Ending {}

    /// A blob of no order of this wave.
    record Unexpected(String blob, String reason) implements Evidence {}
}
