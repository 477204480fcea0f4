package dev.orderwave.loadgen.run;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Environment;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Outcomes;
import dev.orderwave.loadgen.result.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Runs of 100 orders at given rates.
final class Runs {
    static final Load LOAD = new Load(100, 42, "ab", "burst of 100");

    private Runs() {}

    static Run at(double... ordersPerSecond) {
        return new Run(
                "some run",
                Instant.EPOCH,
                new Environment("here", "Linux", "some processor", 2, 24_000, "25"),
                LOAD,
                DoubleStream.of(ordersPerSecond).mapToObj(Runs::cycle).toList());
    }

    private static Cycle cycle(double ordersPerSecond) {
        return new Cycle(
                Instant.EPOCH,
                100 / ordersPerSecond,
                ordersPerSecond,
                new Outcomes(100, 100, 0, 0, 0, 0, 0, 0, 0, 0),
                Map.of(),
                List.of(),
                Map.of(),
                List.of());
    }
}
