package dev.orderwave.benchmarks.bus;

import java.util.List;

/// The medians of a bus in memory and of one with a journal, as a Markdown table.
record BusTable(List<BusCosts> memory, List<BusCosts> journal) {
    BusTable {
        memory = List.copyOf(memory);
        journal = List.copyOf(journal);
    }

    @Override
    public String toString() {
        var table = new StringBuilder(
                "| | in memory | with a journal | journal/memory |%n| --- | --- | --- | --- |%n".formatted());
        for (var metric : BusMetric.values()) {
            var without = metric.median(memory);
            var with = metric.median(journal);
            table.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            metric.label(),
                            metric.format(without),
                            metric.format(with),
                            without == 0 ? "" : "%.2f".formatted(with / without)));
        }
        return table.toString();
    }
}
