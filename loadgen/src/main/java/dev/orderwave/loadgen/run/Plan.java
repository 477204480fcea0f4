package dev.orderwave.loadgen.run;

import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.schedule.Shape;
import java.time.Duration;
import java.util.Optional;

/// What is asked of a suite, once per cycle.
///
/// @param name what the run is called where several are compared
/// @param generator makes the orders of every cycle, except for their ids, which count on
/// @param lead how long before the first due time the scheduling begins
/// @param lateAfter how long after its due time an order may come; empty if any time is early enough
public record Plan(
        String name,
        String queue,
        OrderGenerator generator,
        int orders,
        Shape shape,
        Duration lead,
        int cycles,
        Optional<Duration> lateAfter) {
    public Plan {
        if (orders < 1) {
            throw new IllegalArgumentException("a cycle needs at least one order, was to have " + orders);
        }
        if (cycles < 1) {
            throw new IllegalArgumentException("a run needs at least one cycle, was to have " + cycles);
        }
    }

    /// @param sha256 of the first cycle's data set
    Load load(String sha256) {
        return new Load(orders, generator.seed(), sha256, shape.toString());
    }
}
