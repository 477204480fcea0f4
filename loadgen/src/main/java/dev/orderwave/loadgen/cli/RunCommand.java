package dev.orderwave.loadgen.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.RunFile;
import dev.orderwave.loadgen.run.Baseline;
import dev.orderwave.loadgen.run.Plan;
import dev.orderwave.loadgen.run.Runner;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.trace.TraceOptions;
import dev.orderwave.loadgen.watch.Watcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `loadgen run`: generates, schedules, watches and verifies, cycle after cycle, and writes the report.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Generates, schedules, watches and verifies waves, and reports what they showed.")
public final class RunCommand implements Callable<Integer> {

    static final int FELL_SHORT = 1;

    /// What a slow bus accepts for certain, as `schedule` takes it.
    private static final int ACCEPTED_PER_SECOND = 1_000;

    private static final Duration LEAST_LEAD = Duration.ofSeconds(5);

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Mixin
    private final TraceOptions traces = new TraceOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final OrderOptions orders = new OrderOptions();

    @ArgGroup
    private ShapeOptions shape = new ShapeOptions();

    @Option(
            names = "--name",
            defaultValue = "run",
            description = "What the report calls it; default: ${DEFAULT-VALUE}.")
    private String name = "";

    @Option(names = "--cycles", defaultValue = "1", description = "How many waves; default: ${DEFAULT-VALUE}.")
    private int cycles;

    @Option(
            names = "--queue",
            defaultValue = WaveScheduler.QUEUE,
            description = "The queue; default: ${DEFAULT-VALUE}.")
    private String queue = "";

    @Option(
            names = "--in",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long before its first due time the scheduling of a wave begins;"
                    + " default: 5s, and a second more for each 1,000 orders.")
    private Optional<Duration> lead = Optional.empty();

    @Option(
            names = "--late-after",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long after its due time an order may come, such as 60s; a later one is not clean.")
    private Optional<Duration> lateAfter = Optional.empty();

    @Option(
            names = "--processes",
            paramLabel = "FILE",
            converter = ProcessFile.Converter.class,
            description = "Tell what processes of this machine cost, by a file such as {\"name\": 4711}.")
    private Optional<ProcessFile> processes = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "run.json",
            description = "Where the run is written, for loadgen report and --baseline; default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var plan = plan();
        var baseline = limits.baseline();
        requireWritable();
        var out = spec.commandLine().getOut();
        var blobs = storage.connect();
        var serviceBus = bus.connect();
        var watcher = Watcher.of(serviceBus, blobs).onQueue(queue).withProcesses(pids());
        try (var orderTraces = traces.connect()) {
            var run = new Runner(serviceBus, blobs, watcher, orderTraces).run(plan, new RunScreen(out));
            RunFile.write(run, file);
            out.print(new RunTable(run, baseline));
            out.printf("Written to %s; a page of it: loadgen report %s --html FILE%n", file, file);
            return judge(run, baseline, out);
        }
    }

    private int judge(Run run, Optional<Baseline> baseline, PrintWriter out) {
        var mismatch = baseline.flatMap(before -> before.mismatch(run.load()));
        var shortfalls = mismatch.map(List::of)
                .orElseGet(() -> limits.limits(baseline).stream()
                        .map(limit -> limit.shortfall(run))
                        .flatMap(Optional::stream)
                        .toList());
        shortfalls.forEach(shortfall -> out.println("  ! " + shortfall));
        out.flush();
        return shortfalls.isEmpty() && run.faults() == 0 ? ExitCode.OK : FELL_SHORT;
    }

    private Plan plan() {
        try {
            return new Plan(
                    name,
                    queue,
                    orders.generator(),
                    orders.orders(),
                    shape.shape(orders.orders()),
                    lead.orElseGet(() -> LEAST_LEAD.plusSeconds(orders.orders() / ACCEPTED_PER_SECOND)),
                    cycles,
                    lateAfter);
        } catch (IllegalArgumentException wrongOption) {
            throw new ParameterException(spec.commandLine(), wrongOption.getMessage(), wrongOption);
        }
    }

    private Supplier<Map<String, Long>> pids() {
        return processes.<Supplier<Map<String, Long>>>map(known -> known).orElse(Map::of);
    }

    /// Better told before the waves than after them.
    private void requireWritable() {
        try {
            // What an earlier run left there stays until this one is over.
            Files.write(file, new byte[0], CREATE, APPEND);
        } catch (IOException unwritable) {
            throw new ParameterException(
                    spec.commandLine(), "--out %s cannot be written: %s".formatted(file, unwritable));
        }
    }
}
