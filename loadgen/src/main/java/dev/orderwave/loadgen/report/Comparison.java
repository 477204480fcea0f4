package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.result.Spread;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Runs side by side; the first is the one that the others are compared with.
///
/// @param runs each with a cycle at least
public record Comparison(List<Run> runs) {

    /// @throws IllegalArgumentException if there is nothing to show
    public Comparison {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one run");
        }
        for (var run : runs) {
            if (run.cycles().isEmpty()) {
                throw new IllegalArgumentException(
                        "run %s has no cycle, so there is nothing to report: name another".formatted(run.name()));
            }
        }
    }

    /// What at least one cycle of one run has.
    List<Figure> figures() {
        return Arrays.stream(Figure.values())
                .filter(figure -> runs.stream().anyMatch(run -> figure.of(run).isPresent()))
                .toList();
    }

    /// A run's median over that of the first run; empty if either lacks it, or the first one's is zero.
    Optional<Double> ratio(Run run, Figure figure) {
        return figure.of(runs.getFirst())
                .map(Spread::median)
                .filter(first -> first != 0)
                .flatMap(first -> figure.of(run).map(own -> own.median() / first));
    }

    /// Whether all runs were given equal orders in the same way; else their figures do not compare.
    boolean sameLoad() {
        return runs.stream().map(Run::load).map(Comparison::asked).distinct().count() == 1;
    }

    /// How long the longest cycle took to its end, or to its last sample: as far as time goes on every plot.
    double longest() {
        var ends = cycles().mapToDouble(Cycle::seconds);
        return DoubleStream.concat(ends, samples().mapToDouble(Sample::seconds)).reduce(0.001, Math::max);
    }

    Stream<Cycle> cycles() {
        return runs.stream().flatMap(run -> run.cycles().stream());
    }

    Stream<Sample> samples() {
        return cycles().flatMap(cycle -> cycle.samples().stream());
    }

    /// The cycle in the middle by its duration: the one that is drawn for all.
    static Cycle typical(Run run) {
        var byDuration = run.cycles().stream()
                .sorted(Comparator.comparingDouble(Cycle::seconds))
                .toList();
        return byDuration.get((byDuration.size() - 1) / 2);
    }

    private static List<String> asked(Load load) {
        return List.of(load.sha256(), load.shape());
    }
}
