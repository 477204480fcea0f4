package dev.orderwave.benchmarks.growth;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Median;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Ratio;
import dev.orderwave.benchmarks.result.Table;
import dev.orderwave.benchmarks.services.Series;
import dev.orderwave.benchmarks.suite.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What 1,000 to 1,000,000 orders cost the services.
///
/// @param series waves from a cold start on, which the model is made of
/// @param colds single waves of other sizes
public record GrowthPart(List<Series> series, List<ColdWave> colds) {
    private static final List<Integer> BEYOND = List.of(100_000, 1_000_000);
    private static final int MOST = 1_000_000;
    private static final String TEXT = """
            Processor time of the three services from a cold start, their start included. Up to %,d orders it is measured. \
            Beyond, where the table says so, it is simulated by a model: the first %,d orders as measured, every further one as \
            much as an order of the last of %d waves. What a longer life may change is not in it.""";

    public Part part() {
        var first = series.getFirst();
        return new Part(
                "growth",
                "From 1,000 to 1,000,000 orders",
                String.format(
                        Locale.ROOT,
                        TEXT,
                        largestMeasured(),
                        first.cold().orders(),
                        first.waves().size()),
                List.of(bars()),
                List.of(table()),
                List.of(),
                List.of(new Ratio(
                        "CPU of 1,000,000 orders, of Node's",
                        simulated(Contestant.ORDERWAVE, MOST) / simulated(Contestant.NODE, MOST))),
                colds);
    }

    private Table table() {
        var header = new ArrayList<String>(List.of("orders"));
        Stream.of(Contestant.values()).map(who -> who.label() + ", CPU s").forEach(header::add);
        Stream.of(Contestant.values()).map(who -> who.label() + ", ms/order").forEach(header::add);
        header.add("");
        return new Table(
                "Three services, start included",
                header,
                sizes().mapToObj(this::row).toList());
    }

    private IntStream sizes() {
        var measured = Stream.concat(
                colds.stream().map(ColdWave::orders),
                series.stream().limit(1).map(one -> one.cold().orders()));
        return Stream.concat(measured, BEYOND.stream())
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted();
    }

    private List<String> row(int orders) {
        var row = new ArrayList<String>(List.of(String.format(Locale.ROOT, "%,d", orders)));
        var costs = Stream.of(Contestant.values()).map(who -> cost(who, orders)).toList();
        costs.stream()
                .map(seconds -> String.format(Locale.ROOT, "%,.1f", seconds))
                .forEach(row::add);
        costs.stream()
                .map(seconds -> String.format(Locale.ROOT, "%.2f", 1000 * seconds / orders))
                .forEach(row::add);
        row.add(measured(Contestant.ORDERWAVE, orders).isPresent() ? "measured" : "simulated");
        return row;
    }

    private double cost(Contestant contestant, int orders) {
        return measured(contestant, orders).orElseGet(() -> simulated(contestant, orders));
    }

    private Optional<Double> measured(Contestant contestant, int orders) {
        var all = Stream.concat(
                        colds.stream(),
                        series.stream()
                                .map(one -> new ColdWave(
                                        one.contestant(),
                                        one.cold().orders(),
                                        CostModel.of(one).firstCpuSeconds())))
                .filter(cold -> cold.contestant() == contestant && cold.orders() == orders)
                .mapToDouble(ColdWave::cpuSeconds)
                .toArray();
        return all.length == 0 ? Optional.empty() : Optional.of(Median.of(DoubleStream.of(all)));
    }

    private double simulated(Contestant contestant, int orders) {
        return Median.of(series.stream()
                .filter(one -> one.contestant() == contestant)
                .mapToDouble(one -> CostModel.of(one).cpuSeconds(orders)));
    }

    private int largestMeasured() {
        return sizes().filter(orders -> measured(Contestant.ORDERWAVE, orders).isPresent())
                .max()
                .orElseThrow();
    }

    private Bars bars() {
        return new Bars(
                "Processor time per order, start included",
                "ms",
                List.of("ms"),
                sizes().boxed()
                        .flatMap(orders -> Stream.of(Contestant.values())
                                .map(who -> new Bar(
                                        String.format(Locale.ROOT, "%,d, %s", orders, who.label()),
                                        List.of(1000 * cost(who, orders) / orders))))
                        .toList());
    }
}
