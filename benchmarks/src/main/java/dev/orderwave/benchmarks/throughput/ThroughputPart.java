package dev.orderwave.benchmarks.throughput;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Goal;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Ratio;
import dev.orderwave.benchmarks.result.Table;
import dev.orderwave.benchmarks.services.ProcessGroup;
import dev.orderwave.benchmarks.throughput.Breakdown.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where the time of an order goes.
public record ThroughputPart(List<Breakdown> breakdowns) {
    private static final String TEXT = """
            Processor time of every process per order, in waves of %,d orders through services that are warm. With files as \
            the outbox no storage is in the way: daprd writes them, and its bar holds that. All processes share one machine, so \
            replicas show what more processes cost, not how fast more machines would be; orders/s ends where the \
            processors do.""";

    public Part part() {
        return new Part(
                "throughput",
                "Where the time of an order goes",
                String.format(Locale.ROOT, TEXT, breakdowns.getFirst().wave().orders()),
                List.of(bars()),
                List.of(table()),
                goals(),
                breakdowns.stream()
                        .map(one -> new Ratio(ratioName(one), one.servicesOfOthers()))
                        .toList(),
                breakdowns);
    }

    /// Of one service each without a storage in the way: there nobody could be the bottleneck but they.
    private List<Goal> goals() {
        return breakdowns.stream()
                .filter(one -> one.replicas() == 1 && one.storage() == Storage.FILES)
                .map(one -> new Goal(ratioName(one), one.servicesOfOthers(), 1))
                .toList();
    }

    private static String ratioName(Breakdown one) {
        return "services' CPU, of all others' (%s)".formatted(one.label());
    }

    private Table table() {
        var header = new ArrayList<String>(List.of("CPU ms/order"));
        Stream.of(ProcessGroup.values()).map(ProcessGroup::label).forEach(header::add);
        header.addAll(List.of("all", "orders/s"));
        return new Table(
                "Processor time of an order, by who takes it",
                header,
                breakdowns.stream().map(ThroughputPart::row).toList());
    }

    private static List<String> row(Breakdown one) {
        var row = new ArrayList<String>(List.of(one.label()));
        Stream.of(ProcessGroup.values())
                .map(group -> digits(one.cpuMsPerOrder(group)))
                .forEach(row::add);
        row.add(digits(
                Stream.of(ProcessGroup.values()).mapToDouble(one::cpuMsPerOrder).sum()));
        row.add(String.format(Locale.ROOT, "%,.0f", one.wave().ordersPerSecond()));
        return row;
    }

    private Bars bars() {
        return new Bars(
                "Processor time of an order",
                "ms",
                Stream.of(ProcessGroup.values()).map(ProcessGroup::label).toList(),
                breakdowns.stream()
                        .map(one -> new Bar(
                                one.label(),
                                Stream.of(ProcessGroup.values())
                                        .map(one::cpuMsPerOrder)
                                        .toList()))
                        .toList());
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
