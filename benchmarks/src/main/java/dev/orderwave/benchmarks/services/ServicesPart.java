package dev.orderwave.benchmarks.services;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Goal;
import dev.orderwave.benchmarks.result.Median;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Ratio;
import dev.orderwave.benchmarks.result.Table;
import dev.orderwave.benchmarks.suite.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The series of all contestants side by side: medians of the rounds.
public record ServicesPart(List<Series> series) {
    private static final String TEXT = """
            Three services, written three times: Orderwave, plain Node, and by hand in Go. Each starts from nothing and gets \
            waves of %,d orders one after the other; every blob of every wave is read back and compared with its order. \
            Nothing but the three services differs: the same daprd, queues and orders, and files as the outboxes. \
            Processor time is of the three services together; cold is the first wave with their start, warm is wave %d.""";

    public Part part() {
        var first = series.getFirst();
        return new Part(
                "services",
                "A wave, cold and warm",
                String.format(
                        Locale.ROOT, TEXT, first.cold().orders(), first.waves().size()),
                List.of(
                        bars("Processor time of the first wave, start included", "s", ServiceMetric.COLD_CPU),
                        bars("Processor time of an order, warm", "ms", ServiceMetric.WARM_CPU),
                        bars("Peak memory of the three services, first wave", "MB", ServiceMetric.COLD_MEMORY)),
                List.of(table()),
                goals(),
                ratios(),
                series);
    }

    private List<Goal> goals() {
        return List.of(
                new Goal("CPU of the cold wave, of Node's", ratio(ServiceMetric.COLD_CPU, Contestant.NODE), 0.5),
                new Goal(
                        "peak memory in the cold wave, of Node's",
                        ratio(ServiceMetric.COLD_MEMORY, Contestant.NODE),
                        0.6),
                new Goal("CPU of an order when warm, of Go's", ratio(ServiceMetric.WARM_CPU, Contestant.GO), 2));
    }

    private List<Ratio> ratios() {
        return Stream.of(
                        ServiceMetric.COLD_CPU,
                        ServiceMetric.WARM_CPU,
                        ServiceMetric.COLD_MEMORY,
                        ServiceMetric.WARM_MEMORY)
                .flatMap(metric -> Stream.of(Contestant.NODE, Contestant.GO)
                        .map(other -> new Ratio(metric.label() + ", of " + other.label() + "'s", ratio(metric, other))))
                .toList();
    }

    private Table table() {
        var header = new ArrayList<String>(List.of(""));
        Stream.of(Contestant.values()).map(Contestant::label).forEach(header::add);
        header.addAll(List.of("of Node's", "of Go's"));
        return new Table(
                "The three services together",
                header,
                Stream.of(ServiceMetric.values()).map(this::row).toList());
    }

    private List<String> row(ServiceMetric metric) {
        var row = new ArrayList<String>(List.of(metric.label()));
        Stream.of(Contestant.values())
                .map(contestant -> metric.format(median(metric, contestant)))
                .forEach(row::add);
        row.add(String.format(Locale.ROOT, "%.2f", ratio(metric, Contestant.NODE)));
        row.add(String.format(Locale.ROOT, "%.2f", ratio(metric, Contestant.GO)));
        return row;
    }

    private Bars bars(String title, String unit, ServiceMetric metric) {
        return new Bars(
                title,
                unit,
                List.of(unit),
                Stream.of(Contestant.values())
                        .map(contestant -> new Bar(contestant.label(), List.of(median(metric, contestant))))
                        .toList());
    }

    private double ratio(ServiceMetric metric, Contestant other) {
        return median(metric, Contestant.ORDERWAVE) / median(metric, other);
    }

    private double median(ServiceMetric metric, Contestant contestant) {
        return Median.of(
                series.stream().filter(one -> one.contestant() == contestant).mapToDouble(metric::of));
    }
}
