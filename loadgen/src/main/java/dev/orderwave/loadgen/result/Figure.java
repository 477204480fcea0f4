package dev.orderwave.loadgen.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// A figure that runs are compared by.
public enum Figure {
    ORDERS_PER_SECOND("orders/s", true, cycle -> Optional.of(cycle.ordersPerSecond())),
    SECONDS("seconds to the last order", false, cycle -> Optional.of(cycle.seconds())),
    MEDIAN_LATENCY("latency p50 ms", false, cycle -> latency(cycle).map(latency -> (double) latency.p50Ms())),
    P95_LATENCY("latency p95 ms", false, cycle -> latency(cycle).map(latency -> (double) latency.p95Ms())),
    P99_LATENCY("latency p99 ms", false, cycle -> latency(cycle).map(latency -> (double) latency.p99Ms())),
    LONGEST_LATENCY("latency max ms", false, cycle -> latency(cycle).map(latency -> (double) latency.maxMs())),
    SERVICES_CPU("services' CPU ms per order", false, cycle -> cpuMillisPerOrder(cycle, services(cycle))),
    CPU("CPU ms per order", false, cycle -> cpuMillisPerOrder(cycle, costs(cycle))),
    SERVICES_MEMORY("services' peak memory MB", false, cycle -> peakMemoryMb(services(cycle))),
    MEMORY("peak memory MB", false, cycle -> peakMemoryMb(costs(cycle)));

    /// The app ids that every implementation has; other processes are what it stands on.
    public static final List<String> SERVICES = List.of("distributor", "receiver-express", "receiver-standard");

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

    private static List<ProcessCost> services(Cycle cycle) {
        return SERVICES.stream()
                .flatMap(service -> Stream.ofNullable(cycle.costs().get(service)))
                .toList();
    }

    /// Of all processes together: whoever does the work, it has to be paid.
    private static List<ProcessCost> costs(Cycle cycle) {
        return List.copyOf(cycle.costs().values());
    }

    private static Optional<Double> cpuMillisPerOrder(Cycle cycle, List<ProcessCost> costs) {
        return sum(costs, ProcessCost::cpuSeconds)
                .map(seconds -> 1000 * seconds / cycle.outcomes().orders());
    }

    private static Optional<Double> peakMemoryMb(List<ProcessCost> costs) {
        return sum(costs, ProcessCost::peakRssMb);
    }

    private static Optional<Double> sum(List<ProcessCost> costs, ToDoubleFunction<ProcessCost> part) {
        return costs.stream().map(part::applyAsDouble).reduce(Double::sum);
    }
}
