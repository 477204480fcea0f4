package dev.orderwave.benchmarks.services;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.benchmarks.suite.MeasuredSuite;
import dev.orderwave.local.WaveReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The contestants in turns: each starts from nothing and gets one wave after the other.
///
/// @param orders in a wave
/// @param waves through one suite; the first finds the services cold
/// @param rounds turns of all contestants
public record ServicesBench(int orders, int waves, int rounds) {

    /// @param news told in a line what is measured now, and what came of it
    public List<Series> run(Consumer<String> news) {
        var all = new ArrayList<Series>();
        for (int round = 1; round <= rounds; round++) {
            for (var contestant : Contestant.values()) {
                news.accept("%s, round %d of %d: %d waves of %,d orders"
                        .formatted(contestant.label(), round, rounds, waves, orders));
                var series = series(contestant);
                news.accept("  " + ServiceMetric.line(series));
                all.add(series);
            }
        }
        return List.copyOf(all);
    }

    private Series series(Contestant contestant) {
        try (var suite = MeasuredSuite.start(contestant)) {
            var reports = new ArrayList<WaveReport>();
            for (int wave = 1; wave <= waves; wave++) {
                reports.add(suite.wave(orders));
            }
            return new Series(contestant, reports);
        }
    }
}
