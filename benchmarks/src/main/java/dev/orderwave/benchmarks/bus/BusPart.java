package dev.orderwave.benchmarks.bus;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Ratio;
import dev.orderwave.benchmarks.result.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The medians of a bus in memory and of one with a journal.
///
/// @param memory,journal a round each
public record BusPart(List<BusCosts> memory, List<BusCosts> journal) {
    private static final String TEXT = """
            %,d messages of 550 bytes, scheduled for one moment, all held, then received by 16 calls at a time and completed, by \
            Azure's SDK for Java; in memory and with a journal, which survives a crash. The client shares the machine, so \
            the bus alone is faster than its rates say.""";

    public BusPart {
        memory = List.copyOf(memory);
        journal = List.copyOf(journal);
    }

    public Part part() {
        return new Part(
                "bus",
                "The local Service Bus",
                String.format(Locale.ROOT, TEXT, memory.getFirst().messages()),
                List.of(bars()),
                List.of(table()),
                List.of(),
                Stream.of(BusMetric.RECEIVED, BusMetric.SCHEDULE_CPU, BusMetric.RECEIVE_CPU, BusMetric.HEAP)
                        .map(metric -> new Ratio(
                                metric.label() + ", journal/memory", metric.median(journal) / metric.median(memory)))
                        .toList(),
                List.of(memory, journal));
    }

    private Table table() {
        return new Table(
                "What a message costs",
                List.of("", "in memory", "with a journal", "journal/memory"),
                Stream.of(BusMetric.values()).map(this::row).toList());
    }

    private List<String> row(BusMetric metric) {
        var without = metric.median(memory);
        var with = metric.median(journal);
        return List.of(
                metric.label(),
                metric.format(without),
                metric.format(with),
                without == 0 ? "" : String.format(Locale.ROOT, "%.2f", with / without));
    }

    private Bars bars() {
        return new Bars(
                "Processor time of the bus for a message",
                "us",
                List.of("to schedule", "to deliver and settle"),
                List.of(bar("in memory", memory), bar("with a journal", journal)));
    }

    private static Bar bar(String label, List<BusCosts> rounds) {
        return new Bar(label, List.of(BusMetric.SCHEDULE_CPU.median(rounds), BusMetric.RECEIVE_CPU.median(rounds)));
    }
}
