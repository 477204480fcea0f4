package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Run;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The latencies of a run's cycles, counted in bars of equal width.
///
/// @param kind of orders: `express`, `standard` or `all`
/// @param shares of all orders of the run that have a latency, per bar
record Histogram(String kind, List<Double> shares) {

    private static final List<String> PARTS = List.of("express", "standard");

    /// A part per delivery where those were told apart, to be stacked; else one of all orders.
    static List<Histogram> of(Run run, int bars, double barSeconds) {
        double total = latencies(run, "all").mapToLong(Latency::count).sum();
        double inParts = PARTS.stream()
                .flatMap(part -> latencies(run, part))
                .mapToLong(Latency::count)
                .sum();
        var kinds = inParts == total ? PARTS : List.of("all");
        return kinds.stream()
                .map(kind -> new Histogram(kind, shares(run, kind, bars, barSeconds, total)))
                .toList();
    }

    static Stream<Latency> latencies(Run run, String kind) {
        return run.cycles().stream()
                .flatMap(cycle -> Stream.ofNullable(cycle.latencies().get(kind)))
                .filter(latency -> latency.count() > 0);
    }

    /// The parts on top of each other.
    static List<Double> stacked(List<Histogram> parts, int bars) {
        return IntStream.range(0, bars)
                .mapToObj(bar -> parts.stream()
                        .mapToDouble(part -> part.shares().get(bar))
                        .sum())
                .toList();
    }

    private static List<Double> shares(Run run, String kind, int bars, double barSeconds, double total) {
        double[] shares = new double[bars];
        latencies(run, kind).flatMap(latency -> latency.buckets().stream()).forEach(bucket -> {
            int bar = (int) (bucket.upToMs() / (barSeconds * 1000));
            shares[Math.min(bar, bars - 1)] += bucket.count() / total;
        });
        return DoubleStream.of(shares).boxed().toList();
    }
}
