package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.schedule.Schedule;
import dev.orderwave.loadgen.watch.Watched;
import dev.orderwave.loadgen.watch.Watcher;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `loadgen watch`: shows the scheduled wave while it runs, until it is over.
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Shows the scheduled wave while it runs: queues, blobs, orders a second, latencies."
                + " Ends when the wave is over.")
public final class WatchCommand implements Callable<Integer> {

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Mixin
    private final WaveOptions wave = new WaveOptions();

    @Option(
            names = "--every",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "From look to look; default: ${DEFAULT-VALUE}.")
    private Duration interval = Duration.ZERO;

    @Option(
            names = "--patience",
            defaultValue = "2m",
            converter = DurationConverter.class,
            description = "Stop when messages wait and nothing has moved for so long; default: ${DEFAULT-VALUE}.")
    private Duration patience = Duration.ZERO;

    @Option(
            names = "--processes",
            paramLabel = "FILE",
            converter = ProcessFile.Converter.class,
            description = "Tell what processes of this machine cost, by a file such as {\"name\": 4711}.")
    private @Nullable ProcessFile processes;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Verify the wave when it is over, and write all that was seen to a file for loadgen report.")
    private @Nullable Path file;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var recorded = Optional.ofNullable(file);
        recorded.ifPresent(this::requireFolder);
        var out = spec.commandLine().getOut();
        var blobs = storage.connect();
        var serviceBus = bus.connect();
        var dataSet = new DataSetStore(blobs).load();
        var schedule = wave.requireSchedule(dataSet, blobs);
        var watcher = Watcher.of(serviceBus, blobs)
                .onQueue(schedule.queue())
                .every(interval)
                .withPatience(patience)
                .withProcesses(pids());
        var watched = watch(watcher, schedule, dataSet, out);
        return recorded.map(to -> new Recording(serviceBus, blobs, dataSet, schedule).write(watched, to, out))
                .orElse(ExitCode.OK);
    }

    private static Watched watch(Watcher watcher, Schedule schedule, DataSet dataSet, PrintWriter out) {
        var due = schedule.dueTimes(dataSet);
        var screen = WatchScreen.on(out, due.timetable().first());
        var watched = watcher.watch(due, screen::show);
        screen.end();
        out.printf(
                "%,d of %,d orders ended within %.1f s of the first due time: %,.0f orders/s%n",
                watched.ended(), dataSet.size(), watched.seconds(), watched.ordersPerSecond());
        out.printf("Clocks %s%n", watched.timing().clocks());
        new TreeMap<>(watched.costs())
                .forEach((name, cost) ->
                        out.printf("%-26s %8.2f s CPU %6d MB peak%n", name, cost.cpuSeconds(), cost.peakRssMb()));
        out.flush();
        return watched;
    }

    private Supplier<Map<String, Long>> pids() {
        return Optional.<Supplier<Map<String, Long>>>ofNullable(processes).orElse(Map::of);
    }

    /// Better told before the wave than after it.
    private void requireFolder(Path to) {
        var folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "%s cannot be written: there is no folder %s".formatted(to, folder));
        }
    }
}
