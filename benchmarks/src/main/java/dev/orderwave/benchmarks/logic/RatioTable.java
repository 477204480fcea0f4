package dev.orderwave.benchmarks.logic;

import dev.orderwave.benchmarks.logic.Column.Engine;
import dev.orderwave.benchmarks.logic.Column.Instances;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The costs as a table in Markdown: one cell is 1, every other says how many times that it costs.
///
/// @param row the row of the cell that is 1
record RatioTable(Costs costs, String row) {

    @Override
    public String toString() {
        var columns = Column.all().stream().filter(this::wasMeasured).toList();
        var one = one();
        var lines = Stream.concat(
                Stream.of(
                        line("router in", columns.stream().map(Column::toString)),
                        line("---", columns.stream().map(_ -> "---"))),
                costs.rows().stream().map(row -> line(row, columns.stream().map(column -> ratio(row, column, one)))));
        return String.format(
                Locale.ROOT,
                "%s%n%n1.00 is %s on %s: %,.0f ns of processor time for an order.",
                lines.collect(Collectors.joining(System.lineSeparator())),
                row,
                one,
                costs.of(row, one).orElseThrow());
    }

    /// An instance that is kept, interrupted when it takes too long: in wasmtime, or where that was not built, in V8.
    private Column one() {
        return Stream.of(Engine.WASMTIME, Engine.V8)
                .map(engine -> new Column(engine, Instances.POOLED))
                .filter(column -> costs.of(row, column).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private boolean wasMeasured(Column column) {
        return costs.rows().stream().anyMatch(any -> costs.of(any, column).isPresent());
    }

    private String ratio(String of, Column column, Column one) {
        var cost = costs.of(of, column);
        return cost.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.2f",
                        cost.getAsDouble() / costs.of(row, one).orElseThrow());
    }

    private static String line(String row, Stream<String> cells) {
        return "| " + row + " | " + cells.collect(Collectors.joining(" | ")) + " |";
    }
}
