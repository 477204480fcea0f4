package dev.orderwave.benchmarks.result;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// All that one run has measured.
///
/// @param measuredAt the day
/// @param command how to repeat it
public record Results(String measuredAt, String command, Machine machine, List<Part> parts) {
    public Results {
        parts = List.copyOf(parts);
    }

    public static Results of(String command, List<Part> parts) {
        return new Results(LocalDate.now().toString(), command, Machine.here(), parts);
    }

    public Table goals() {
        return new Table(
                "Goals",
                List.of("", "measured", "goal", ""),
                parts.stream()
                        .flatMap(part -> part.goals().stream())
                        .map(Results::row)
                        .toList());
    }

    public Stream<Ratio> ratios() {
        return parts.stream().flatMap(part -> part.ratios().stream());
    }

    /// @throws UncheckedIOException if the file cannot be written
    public void writeJson(Path file) {
        try {
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the results cannot be written to %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<String> row(Goal goal) {
        return List.of(
                goal.name(),
                digits(goal.value()),
                "<= " + digits(goal.most()),
                goal.isReached() ? "reached" : "not reached");
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%,.0f" : "%.2f", value);
    }
}
