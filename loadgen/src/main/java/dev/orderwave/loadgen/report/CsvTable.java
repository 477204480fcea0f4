package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row per cycle of every run, as RFC 4180 has it; what a cycle lacks is left empty.
public final class CsvTable {

    private static final String END = "\r\n";

    private CsvTable() {}

    public static String of(Comparison comparison) {
        var rows = comparison.runs().stream().flatMap(CsvTable::rows);
        return Stream.concat(Stream.of(row(head())), rows).collect(Collectors.joining());
    }

    private static List<String> head() {
        var names = new ArrayList<>(List.of("run", "cycle", "due"));
        for (var figure : Figure.values()) {
            names.add(JsonSummary.key(figure));
        }
        for (var outcome : Outcome.values()) {
            names.add(outcome.key());
        }
        return names;
    }

    private static Stream<String> rows(Run run) {
        return Stream.iterate(1, number -> number <= run.cycles().size(), number -> number + 1)
                .map(number -> row(cells(run.name(), number, run.cycles().get(number - 1))));
    }

    private static List<String> cells(String run, int number, Cycle cycle) {
        var cells = new ArrayList<>(
                List.of(run, Integer.toString(number), cycle.due().toString()));
        for (var figure : Figure.values()) {
            cells.add(figure.of(cycle).map(Digits::plain).orElse(""));
        }
        for (var outcome : Outcome.values()) {
            cells.add(Long.toString(outcome.of(cycle.outcomes())));
        }
        return cells;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CsvTable::quoted).collect(Collectors.joining(",")) + END;
    }

    private static String quoted(String cell) {
        var plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
