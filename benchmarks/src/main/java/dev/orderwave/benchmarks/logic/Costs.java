package dev.orderwave.benchmarks.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What was measured: for each cell of the table one value a round, in nanoseconds of processor time for one order.
final class Costs {

    private final Map<String, Map<Column, List<Double>>> rows = new LinkedHashMap<>();

    void add(String row, Column column, double nanos) {
        rows.computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .computeIfAbsent(column, _ -> new ArrayList<>())
                .add(nanos);
    }

    /// In the sequence in which they were measured.
    List<String> rows() {
        return List.copyOf(rows.keySet());
    }

    /// The median of all rounds, if the cell was measured.
    OptionalDouble of(String row, Column column) {
        var samples = rows.getOrDefault(row, Map.of()).getOrDefault(column, List.of());
        return samples.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Samples.median(
                        samples.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /// Every sample, to be kept.
    Map<String, Map<String, List<Double>>> byName() {
        var all = new LinkedHashMap<String, Map<String, List<Double>>>();
        rows.forEach((row, columns) -> {
            var named = new LinkedHashMap<String, List<Double>>();
            columns.forEach((column, samples) -> named.put(column.toString(), samples));
            all.put(row, named);
        });
        return all;
    }
}
