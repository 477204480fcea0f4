package dev.orderwave.benchmarks.throughput;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.benchmarks.suite.MeasuredSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A wave through warm services of ours: with Azurite as the outbox, then with files and ever more replicas.
///
/// @param orders in the wave that counts; a smaller one goes before it, which warms up
/// @param replicas of each service, one suite after the other
public record ThroughputBench(int orders, List<Integer> replicas) {
    private static final int WARM_UP_SHARE = 4;

    public ThroughputBench {
        replicas = List.copyOf(replicas);
    }

    /// @param news told in a line what is measured now
    public List<Breakdown> run(Consumer<String> news) {
        var all = new ArrayList<Breakdown>();
        all.add(measure("1 of each, Azurite", MeasuredSuite.startWithAzurite(Contestant.ORDERWAVE), news));
        for (int number : replicas) {
            var label = "%d of each, files".formatted(number);
            var suite = number == 1
                    ? MeasuredSuite.start(Contestant.ORDERWAVE)
                    : MeasuredSuite.start(Contestant.ORDERWAVE, number);
            all.add(measure(label, suite, news));
        }
        return List.copyOf(all);
    }

    private Breakdown measure(String label, MeasuredSuite started, Consumer<String> news) {
        news.accept(String.format(Locale.ROOT, "Orderwave, %s: a wave of %,d orders", label, orders));
        try (var suite = started) {
            suite.wave(Math.max(1, orders / WARM_UP_SHARE));
            return new Breakdown(label, suite.wave(orders));
        }
    }
}
