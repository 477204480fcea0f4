package dev.orderwave.benchmarks.growth;

import dev.orderwave.benchmarks.services.Series;
import dev.orderwave.benchmarks.services.ServiceMetric;
import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.benchmarks.suite.MeasuredSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// So many orders from a cold start, and what they took the three services, their start included.
public record ColdWave(Contestant contestant, int orders, double cpuSeconds) {

    /// One of each size for each contestant, in a suite of its own.
    ///
    /// @param news told in a line what is measured now
    public static List<ColdWave> measure(List<Integer> sizes, Consumer<String> news) {
        var all = new ArrayList<ColdWave>();
        for (var contestant : Contestant.values()) {
            for (int orders : sizes) {
                news.accept(String.format(Locale.ROOT, "%s: %,d orders from a cold start", contestant.label(), orders));
                try (var suite = MeasuredSuite.start(contestant)) {
                    var series = new Series(contestant, List.of(suite.wave(orders)));
                    all.add(new ColdWave(contestant, orders, ServiceMetric.COLD_CPU.of(series)));
                }
            }
        }
        return List.copyOf(all);
    }
}
