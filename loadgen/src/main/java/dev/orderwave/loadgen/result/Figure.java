package dev.orderwave.loadgen.result;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A figure that runs are compared by.
public enum Figure {
    ORDERS_PER_SECOND("orders/s", true, cycle -> Optional.of(cycle.ordersPerSecond())),
    SECONDS("seconds to the last order", false, cycle -> Optional.of(cycle.seconds())),
    MEDIAN_LATENCY("latency p50 ms", false, cycle -> latency(cycle).map(latency -> (double) latency.p50Ms())),
    P99_LATENCY("latency p99 ms", false, cycle -> latency(cycle).map(latency -> (double) latency.p99Ms())),
    CPU("CPU ms per order", false, Figure::cpuMillisPerOrder),
    MEMORY("peak memory MB", false, Figure::peakMemoryMb);

    private final String title;
    private final boolean moreIsBetter;
    private final Function<Cycle, Optional<Double>> reading;

    Figure(String title, boolean moreIsBetter, Function<Cycle, Optional<Double>> reading) {
        this.title = title;
        this.moreIsBetter = moreIsBetter;
        this.reading = reading;
    }

    /// Its name and its unit, in a person's words.
    public String title() {
        return title;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /// Empty if the cycle does not say, as it says nothing of processes elsewhere.
    public Optional<Double> of(Cycle cycle) {
        return reading.apply(cycle);
    }

    /// Over all cycles that say.
    public Optional<Spread> of(Run run) {
        return Spread.of(
                run.cycles().stream().flatMap(cycle -> of(cycle).stream()).toList());
    }

    private static Optional<Latency> latency(Cycle cycle) {
        return Optional.ofNullable(cycle.latencies().get("all"));
    }

    /// Of all processes together: whoever does the work, it has to be paid.
    private static Optional<Double> cpuMillisPerOrder(Cycle cycle) {
        return overCosts(
                cycle,
                costs -> 1000
                        * costs.mapToDouble(ProcessCost::cpuSeconds).sum()
                        / cycle.outcomes().orders());
    }

    private static Optional<Double> peakMemoryMb(Cycle cycle) {
        return overCosts(
                cycle, costs -> costs.mapToDouble(ProcessCost::peakRssMb).sum());
    }

    private static Optional<Double> overCosts(Cycle cycle, Function<Stream<ProcessCost>, Double> sum) {
        var costs = cycle.costs().values();
        return costs.isEmpty() ? Optional.empty() : Optional.of(sum.apply(costs.stream()));
    }
}
