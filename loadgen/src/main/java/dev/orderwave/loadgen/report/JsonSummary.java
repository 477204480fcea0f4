package dev.orderwave.loadgen.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderwave.loadgen.result.Environment;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.Spread;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The page's figures for a program: per run what was asked, where, and each figure over its cycles.
public final class JsonSummary {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonSummary() {}

    public static String of(Comparison comparison) {
        try {
            return JSON.writeValueAsString(new Summary(
                            comparison.sameLoad(),
                            comparison.runs().stream()
                                    .map(run -> summary(comparison, run))
                                    .toList()))
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// How programs call it: `orders_per_second`.
    static String key(Enum<?> figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }

    private static RunSummary summary(Comparison comparison, Run run) {
        var figures = new LinkedHashMap<String, Spread>();
        var ratios = new LinkedHashMap<String, Double>();
        for (var figure : comparison.figures()) {
            figure.of(run).ifPresent(spread -> figures.put(key(figure), spread));
            comparison.ratio(run, figure).ifPresent(ratio -> ratios.put(key(figure), ratio));
        }
        var outcomes = new LinkedHashMap<String, Long>();
        for (var outcome : Outcome.values()) {
            outcomes.put(outcome.key(), outcome.of(run));
        }
        return new RunSummary(
                run.name(),
                run.startedAt(),
                run.environment(),
                run.load(),
                run.cycles().size(),
                outcomes,
                figures,
                ratios);
    }

    private record Summary(boolean sameLoad, List<RunSummary> runs) {}

    /// @param toFirst each median over that of the first run
    private record RunSummary(
            String name,
            Instant startedAt,
            Environment environment,
            Load load,
            int cycles,
            Map<String, Long> outcomes,
            Map<String, Spread> figures,
            Map<String, Double> toFirst) {}
}
