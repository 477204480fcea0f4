package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Run;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the latencies of all orders of all cycles are distributed: a bar's height is its share of the orders.
final class LatencyChart implements Chart {

    private static final double HEIGHT = 88;
    private static final int MOST_BARS = 40;
    private static final List<Figure> MARKS = List.of(Figure.MEDIAN_LATENCY, Figure.P95_LATENCY, Figure.P99_LATENCY);

    private final int bars;
    private final double barSeconds;
    private final double maxPercent;

    LatencyChart(Comparison comparison) {
        var all = comparison.runs().stream()
                .flatMap(run -> Histogram.latencies(run, "all"))
                .toList();
        double longest = all.stream().mapToLong(Latency::maxMs).max().orElse(1) / 1000.0;
        double resolution = all.stream().mapToLong(Latency::resolutionMs).max().orElse(0) / 1000.0;
        this.barSeconds = width(Scale.step(Math.max(longest, 0.001), MOST_BARS), resolution);
        this.bars = (int) (longest / barSeconds) + 1;
        this.maxPercent = comparison.runs().stream()
                .map(run -> Collections.max(Histogram.stacked(Histogram.of(run, bars, barSeconds), bars)))
                .max(Double::compare)
                .map(share -> Math.max(share * 100, 0.001))
                .orElseThrow();
    }

    @Override
    public String title() {
        return "Latency from due time to blob, %% of orders per %s s".formatted(Digits.plain(barSeconds));
    }

    @Override
    public List<Key> keys() {
        return List.of(
                new Key("express", "express"),
                new Key("standard", "standard"),
                new Key("mark", "median, 95th, 99th percentile"));
    }

    @Override
    public String caption(Run run) {
        return MARKS.stream()
                .flatMap(mark -> seconds(run, mark).stream())
                .map(seconds -> Digits.significant(seconds) + " s")
                .collect(Collectors.joining(" · "));
    }

    @Override
    public Element draw(Run run, double width) {
        var plot = new Plot(width, HEIGHT, bars * barSeconds, maxPercent);
        var parts = Histogram.of(run, bars, barSeconds);
        for (int bar = 0; bar < bars; bar++) {
            double lower = 0;
            for (var part : parts) {
                double upper = lower + part.shares().get(bar) * 100;
                if (upper > lower) {
                    double from = bar * barSeconds;
                    plot.bar(part.kind(), from, from + barSeconds, lower, upper, hint(part, from, upper - lower));
                }
                lower = upper;
            }
        }
        for (var mark : MARKS) {
            seconds(run, mark)
                    .ifPresent(seconds -> plot.mark(seconds, mark.title() + ": " + Digits.grouped(seconds * 1000, 0)));
        }
        return plot.draw("Distribution of the latencies of %s".formatted(run.name()));
    }

    /// Bars that are finer than storage's whole seconds, or no multiple of them, would show a comb that is not there.
    /// What clocks are in doubt by only blurs the bars.
    static double width(double step, double resolution) {
        double grain = resolution < 1 ? resolution : Math.floor(resolution);
        return grain > 0 ? Math.ceil(step / grain) * grain : step;
    }

    private static Optional<Double> seconds(Run run, Figure latency) {
        return latency.of(run).map(spread -> spread.median() / 1000);
    }

    private String hint(Histogram part, double from, double percent) {
        return "%s: %s %% between %s and %s s"
                .formatted(
                        part.kind(), Digits.grouped(percent, 1), Digits.plain(from), Digits.plain(from + barSeconds));
    }
}
