package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Sample;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A cycle's samples as points in time, from the due time on.
record Timeline(Cycle cycle) {

    List<Point> of(ToDoubleFunction<Sample> value) {
        return cycle.samples().stream()
                .filter(sample -> sample.seconds() >= 0)
                .map(sample -> new Point(sample.seconds(), value.applyAsDouble(sample)))
                .toList();
    }

    /// The sum of some counts; one that is not in a sample is zero there.
    static long sum(Map<String, Long> counts, List<String> names) {
        return names.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
    }
}
