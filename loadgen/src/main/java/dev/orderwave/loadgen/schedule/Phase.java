package dev.orderwave.loadgen.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// A part of a [Shape]: so many orders, spread over time in one way; or none, for a while.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Phase.Burst.class, name = "burst"),
    @JsonSubTypes.Type(value = Phase.Steady.class, name = "steady"),
    @JsonSubTypes.Type(value = Phase.Ramp.class, name = "ramp"),
    @JsonSubTypes.Type(value = Phase.Idle.class, name = "idle")
})
public sealed interface Phase {

    int orders();

    /// How long it takes until the next phase begins.
    double seconds();

    /// When an order of this phase is due, in seconds from the beginning of the phase.
    ///
    /// @param index from 0, below [#orders]
    double due(int index);

    /// All orders at once.
    record Burst(int orders) implements Phase {
        public Burst {
            requirePositive("orders", orders);
        }

        @Override
        public double seconds() {
            return 0;
        }

        @Override
        public double due(int index) {
            return 0;
        }

        @Override
        public String toString() {
            return "burst of %,d".formatted(orders);
        }
    }

    /// One order after the other, at equal intervals.
    ///
    /// @param rate orders per second
    record Steady(int orders, double rate) implements Phase {
        public Steady {
            requirePositive("orders", orders);
            requirePositive("rate", rate);
        }

        @Override
        public double seconds() {
            return orders / rate;
        }

        @Override
        public double due(int index) {
            return index / rate;
        }

        @Override
        public String toString() {
            return "%,d at %s/s".formatted(orders, number(rate));
        }
    }

    /// At a rate that changes evenly.
    ///
    /// @param from orders per second at the beginning; may be 0 if `to` is not
    /// @param to orders per second at the end
    record Ramp(int orders, double from, double to) implements Phase {
        public Ramp {
            requirePositive("orders", orders);
            if (!(from >= 0 && to >= 0 && from + to > 0 && Double.isFinite(from + to))) {
                throw new IllegalArgumentException(
                        "a ramp goes from one rate to another, not both 0: was from %s to %s".formatted(from, to));
            }
        }

        @Override
        public double seconds() {
            return 2 * orders / (from + to);
        }

        /// Solves `index = from * t + (to - from) / seconds * t * t / 2` in the form that stays exact for equal rates.
        @Override
        public double due(int index) {
            var growth = (to - from) / seconds();
            return index == 0 ? 0 : 2 * index / (from + Math.sqrt(from * from + 2 * growth * index));
        }

        @Override
        public String toString() {
            return "%,d from %s/s to %s/s".formatted(orders, number(from), number(to));
        }
    }

    /// Nothing is due.
    record Idle(double seconds) implements Phase {
        public Idle {
            requirePositive("seconds", seconds);
        }

        @Override
        public int orders() {
            return 0;
        }

        @Override
        public double due(int index) {
            throw new IndexOutOfBoundsException("no order is due while idle, asked for order " + index);
        }

        @Override
        public String toString() {
            return "idle for %ss".formatted(number(seconds));
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("%s must be positive, was %s".formatted(name, number(value)));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%,.0f".formatted(value) : Double.toString(value);
    }
}
