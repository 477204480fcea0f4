package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Environment;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Outcomes;
import dev.orderwave.loadgen.result.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Runs as the local suite has them: five bursts of 10,000 orders, half of them express. Made up, and alike every time.
public final class ExampleRuns {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Environment LAPTOP =
            new Environment("a local suite at 127.0.0.1", "Linux 6.18 amd64", "AMD EPYC", 2, 24_105, "25.0.3");
    private static final Load BURST = new Load(
            ExampleCycle.ORDERS, 42, "fdb2af86f1c268db2f7aa1e9dbdccc2fba0720e27e2ce0cb70b8b6e15ae74870", "burst");

    private ExampleRuns() {}

    public static Run orderwave() {
        return run("orderwave", 7, 318, 5.6);
    }

    public static Run node() {
        return run("node", 8, 342, 4.6);
    }

    public static Run named(String name) {
        return run(name, 9, 300, 5.0);
    }

    static Run with(Run run, List<Cycle> cycles) {
        return new Run(run.name(), run.startedAt(), run.environment(), run.load(), cycles);
    }

    static Run with(Run run, Load load) {
        return new Run(run.name(), run.startedAt(), run.environment(), load, run.cycles());
    }

    /// Two orders of the second cycle were lost, and one went astray.
    static Run unclean() {
        var run = named("unclean");
        var cycles = new ArrayList<>(run.cycles());
        var clean = cycles.get(1);
        cycles.set(
                1,
                ended(
                        clean,
                        new Outcomes(ExampleCycle.ORDERS, ExampleCycle.ORDERS - 3, 2, 0, 1, 0, 0, 0, 0, 0),
                        clean.latencies(),
                        List.of(
                                "order 17: no blob and no rejection",
                                "order 4711: no blob and no rejection",
                                "order 5: in standard-outbox, but it is express")));
        return with(run, cycles);
    }

    /// Nobody took an order.
    static Run nothingArrived() {
        var run = named("nobody");
        var outcomes = new Outcomes(ExampleCycle.ORDERS, 0, 0, 0, 0, 0, 0, ExampleCycle.ORDERS, 0, 0);
        return with(
                run,
                run.cycles().stream()
                        .map(cycle -> new Cycle(cycle.due(), 0, 0, outcomes, Map.of(), List.of(), Map.of(), List.of()))
                        .toList());
    }

    /// What is seen from afar: queues and blobs, but no process.
    static Run remote() {
        var run = named("remote");
        return with(
                run,
                run.cycles().stream()
                        .map(cycle -> new Cycle(
                                cycle.due(),
                                cycle.seconds(),
                                cycle.ordersPerSecond(),
                                cycle.outcomes(),
                                cycle.latencies(),
                                cycle.samples(),
                                Map.of(),
                                List.of()))
                        .toList());
    }

    static Run withoutDeliveries() {
        var run = named("undivided");
        return with(
                run,
                run.cycles().stream()
                        .map(cycle -> ended(
                                cycle,
                                cycle.outcomes(),
                                Map.of("all", cycle.latencies().get("all")),
                                cycle.findings()))
                        .toList());
    }

    private static Cycle ended(Cycle cycle, Outcomes outcomes, Map<String, Latency> latencies, List<String> findings) {
        return new Cycle(
                cycle.due(),
                cycle.seconds(),
                cycle.ordersPerSecond(),
                outcomes,
                latencies,
                cycle.samples(),
                cycle.costs(),
                findings);
    }

    private static Run run(String name, long seed, double ordersPerSecond, double serviceCpuSeconds) {
        var random = new SplittableRandom(seed);
        var cycles = IntStream.range(0, 5)
                .mapToObj(cycle -> new ExampleCycle(
                                random, ordersPerSecond * random.nextDouble(0.9, 1.1), serviceCpuSeconds)
                        .cycle(START.plusSeconds(120L * cycle)))
                .toList();
        return new Run(name, START, LAPTOP, BURST, cycles);
    }
}
