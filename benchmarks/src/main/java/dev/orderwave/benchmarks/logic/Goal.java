package dev.orderwave.benchmarks.logic;

import dev.orderwave.benchmarks.logic.Column.Engine;
import dev.orderwave.benchmarks.logic.Column.Instances;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a ratio of two costs should be at most.
///
/// @param cost,of cells of the table, each by row and column
record Goal(String text, Cell cost, Cell of, double most) {

    /// A cell of the table.
    record Cell(String row, Engine engine, Instances instances) {
        private Optional<Double> in(Costs costs) {
            var cost = costs.of(row, new Column(engine, instances));
            return cost.isPresent() ? Optional.of(cost.getAsDouble()) : Optional.empty();
        }
    }

    /// Those of this suite.
    static final List<Goal> ALL = List.of(
            new Goal(
                    "Rust, pooled, of wasmtime pooled",
                    new Cell("rust", Engine.ORDERWAVE, Instances.POOLED),
                    new Cell("rust", Engine.WASMTIME, Instances.POOLED),
                    1.0),
            new Goal(
                    "Rust, fresh, of wasmtime fresh",
                    new Cell("rust", Engine.ORDERWAVE, Instances.FRESH),
                    new Cell("rust", Engine.WASMTIME, Instances.FRESH),
                    0.6),
            new Goal(
                    "Rust, snapshot, of wasmtime fresh",
                    new Cell("rust", Engine.ORDERWAVE, Instances.SNAPSHOT),
                    new Cell("rust", Engine.WASMTIME, Instances.FRESH),
                    0.6),
            new Goal(
                    "Java, pooled, of Rust pooled",
                    new Cell("java", Engine.ORDERWAVE, Instances.POOLED),
                    new Cell("rust", Engine.ORDERWAVE, Instances.POOLED),
                    3.0),
            new Goal(
                    "Java, snapshot, of Rust snapshot",
                    new Cell("java", Engine.ORDERWAVE, Instances.SNAPSHOT),
                    new Cell("rust", Engine.ORDERWAVE, Instances.SNAPSHOT),
                    3.0));

    /// Whether it was reached, in a line; nothing if one of the two was not measured.
    Optional<String> verdict(Costs costs) {
        return cost.in(costs).flatMap(above -> of.in(costs).map(below -> verdict(above / below)));
    }

    private String verdict(double ratio) {
        return String.format(
                Locale.ROOT, "%s: %.2f, goal %.2f: %s", text, ratio, most, ratio <= most ? "reached" : "not reached");
    }
}
