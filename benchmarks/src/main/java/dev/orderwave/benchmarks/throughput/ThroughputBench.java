package dev.orderwave.benchmarks.throughput;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.benchmarks.suite.MeasuredSuite;
import dev.orderwave.benchmarks.throughput.Breakdown.Storage;
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
        all.add(measure(1, Storage.AZURITE, news));
        replicas.forEach(number -> all.add(measure(number, Storage.FILES, news)));
        return List.copyOf(all);
    }

    private Breakdown measure(int number, Storage storage, Consumer<String> news) {
        news.accept(String.format(
                Locale.ROOT, "Orderwave, %d of each, %s: a wave of %,d orders", number, storage.label(), orders));
        try (var suite = start(number, storage)) {
            suite.wave(Math.max(1, orders / WARM_UP_SHARE));
            return new Breakdown(number, storage, suite.wave(orders));
        }
    }

    private static MeasuredSuite start(int number, Storage storage) {
        return switch (storage) {
            case AZURITE -> MeasuredSuite.startWithAzurite(Contestant.ORDERWAVE);
            case FILES ->
                number == 1
                        ? MeasuredSuite.start(Contestant.ORDERWAVE)
                        : MeasuredSuite.start(Contestant.ORDERWAVE, number);
        };
    }
}
