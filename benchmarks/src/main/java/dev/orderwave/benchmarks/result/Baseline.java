package dev.orderwave.benchmarks.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The ratios of an earlier run, from its JSON file.
///
/// @param measuredAt when it was
public record Baseline(String measuredAt, Map<String, Double> ratios) {
    /// Runs on a machine that does nothing else differ by less.
    private static final double NOISE = 0.15;

    public Baseline {
        ratios = Map.copyOf(ratios);
    }

    /// @throws UncheckedIOException if the file cannot be read
    public static Baseline read(Path file) {
        try {
            var json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
            var ratios = new HashMap<String, Double>();
            for (JsonNode part : json.path("parts")) {
                for (JsonNode ratio : part.path("ratios")) {
                    ratios.put(ratio.path("name").asText(), ratio.path("value").asDouble());
                }
            }
            return new Baseline(json.path("measuredAt").asText(), ratios);
        } catch (IOException e) {
            throw new UncheckedIOException("the baseline %s cannot be read".formatted(file), e);
        }
    }

    /// What both runs have measured, beside each other.
    public Table compare(Stream<Ratio> now) {
        return new Table(
                "Beside the baseline of " + measuredAt,
                List.of("ratio", "now", "then", "now/then", ""),
                now.filter(ratio -> ratios.containsKey(ratio.name()))
                        .map(this::row)
                        .toList());
    }

    private List<String> row(Ratio now) {
        var then = ratios.getOrDefault(now.name(), 0.0);
        var change = then == 0 ? 1 : now.value() / then;
        return List.of(now.name(), digits(now.value()), digits(then), digits(change), word(change));
    }

    private static String word(double change) {
        if (change > 1 + NOISE) {
            return "dearer";
        }
        return change < 1 - NOISE ? "cheaper" : "as then";
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
