package dev.orderwave.benchmarks.logic;

import dev.orderwave.benchmarks.logic.Contestant.Yardstick;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// A JMH benchmark in a JVM of its own, which runs like a service's but for its compilers.
///
/// @param benchmark the class
/// @param parameters of the benchmark
record JvmYardstick(Path root, Compilers compilers, Orders orders, Class<?> benchmark, Map<String, String> parameters)
        implements Yardstick {

    private static final int WARM_UPS = 3;
    private static final TimeValue WARM_UP = TimeValue.seconds(1);
    private static final int SAMPLES = 5;
    private static final TimeValue SAMPLE = TimeValue.milliseconds(500);

    /// The JIT compilers a JVM has.
    enum Compilers {
        /// The quick one only, as `service.jvmopts` has it.
        C1(1),
        /// Also the optimizing one, for a service that lives long.
        ALL(4);

        private final int level;

        Compilers(int level) {
            this.level = level;
        }
    }

    @Override
    public double nanosPerOrder() {
        var options = new OptionsBuilder()
                .include("^" + benchmark.getName() + "\\.")
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(WARM_UP)
                .measurementIterations(SAMPLES)
                .measurementTime(SAMPLE)
                .addProfiler(ProcessorTime.class)
                .jvmArgs(
                        "@" + root.resolve("service.jvmopts"),
                        "-XX:TieredStopAtLevel=" + compilers.level,
                        "-D" + Routing.ORDERS_FOLDER + "=" + orders.folder())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        try {
            return processorTime(new Runner(options.build())
                    .runSingle()
                    .getBenchmarkResults()
                    .iterator()
                    .next());
        } catch (RunnerException e) {
            throw new IllegalStateException(
                    "%s %s failed: %s".formatted(benchmark.getSimpleName(), parameters, e.getMessage()), e);
        }
    }

    private static double processorTime(BenchmarkResult fork) {
        return Samples.least(fork.getIterationResults().stream()
                .flatMap(iteration -> iteration.getSecondaryResults().values().stream())
                .filter(result -> result.getLabel().equals(ProcessorTime.LABEL))
                .mapToDouble(Result::getScore));
    }
}
