package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.RunFile;
import dev.orderwave.loadgen.run.Baseline;
import dev.orderwave.loadgen.run.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// What a run must reach, as options.
final class LimitOptions {
    private static final String ASKED_FOR = "asked for";

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier run of the same load, which this one must not fall behind.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            defaultValue = "0.2",
            description = "By which share it may be worse than the baseline; default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(names = "--min-orders-per-second", paramLabel = "N", description = "What the median must reach.")
    private Optional<Double> minOrdersPerSecond = Optional.empty();

    @Option(
            names = "--max-p99",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "What the median of the cycles' 99th percentiles must not exceed, such as 60s.")
    private Optional<Duration> maxP99 = Optional.empty();

    /// @throws dev.orderwave.loadgen.result.RunFileException if the file holds no run
    Optional<Baseline> baseline() {
        return baseline.map(file -> new Baseline(RunFile.read(file), tolerance));
    }

    /// Those of the options, and those that follow from the baseline.
    List<Limit> limits(Optional<Baseline> before) {
        return Stream.of(
                        minOrdersPerSecond.stream().map(least -> new Limit(Figure.ORDERS_PER_SECOND, least, ASKED_FOR)),
                        maxP99.stream().map(most -> new Limit(Figure.P99_LATENCY, most.toMillis(), ASKED_FOR)),
                        before.stream().map(Baseline::limits).flatMap(List::stream))
                .flatMap(limits -> limits)
                .toList();
    }
}
