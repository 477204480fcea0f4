package dev.orderwave.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.local.WaveReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Both series of waves, side by side.
///
/// @param orderwave,node the waves of each, one per round
record Comparison(Machine machine, List<WaveReport> orderwave, List<WaveReport> node) {
    Comparison {
        if (orderwave.isEmpty() || orderwave.size() != node.size()) {
            throw new IllegalArgumentException(
                    "both need the same number of rounds, at least one; orderwave had %d, node had %d"
                            .formatted(orderwave.size(), node.size()));
        }
        orderwave = List.copyOf(orderwave);
        node = List.copyOf(node);
    }

    /// The median of each metric. What this system does not tell of a process, the peak RSS outside Linux, is left out.
    @JsonProperty
    List<Medians> medians() {
        return Stream.of(Metric.values())
                .map(metric -> Medians.of(metric, orderwave, node))
                .filter(Medians::wereMeasured)
                .toList();
    }

    String table() {
        var table = new StringBuilder();
        table.append("%n%-36s %12s %12s %16s%n".formatted("medians", "Orderwave", "Node", "Orderwave/Node"));
        for (var row : medians()) {
            var metric = row.metric();
            table.append("%-36s %12s %12s %16.2f%n"
                    .formatted(metric.label(), metric.format(row.orderwave()), metric.format(row.node()), row.ratio()));
        }
        table.append("%nRounds of %,d orders: %d each, every order became its blob. %s%n"
                .formatted(orderwave.getFirst().orders(), orderwave.size(), machine));
        return table.toString();
    }

    /// @throws UncheckedIOException if the file cannot be written
    void writeJson(Path file) {
        try {
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("the comparison cannot be written to " + file, e);
        }
    }
}
