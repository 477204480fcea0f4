package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `loadgen schedule`: sends the stored data set, all due at once.
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Schedules every order of the stored data set for one moment.")
public final class ScheduleCommand implements Runnable {

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Option(
            names = "--queue",
            defaultValue = WaveScheduler.QUEUE,
            description = "The queue; default: ${DEFAULT-VALUE}.")
    private String queue = "";

    @Option(
            names = "--in",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "How long from now the wave is due: 10s, 2m, 500ms; default: ${DEFAULT-VALUE}.")
    private Duration delay = Duration.ZERO;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var dataSet = new DataSetStore(storage.connect()).load();
        try (var scheduler = WaveScheduler.connect(bus.connect(), queue)) {
            tell(scheduler.schedule(dataSet, Instant.now().plus(delay), progress(out)), out);
        }
    }

    /// A line that rewrites itself, for somebody who watches; nothing for a log.
    private static Progress progress(PrintWriter out) {
        var watched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        if (!watched) {
            return Progress.SILENT;
        }
        return (accepted, total) -> {
            out.printf("Accepted %d of %d orders\r", accepted, total);
            out.flush();
        };
    }

    private static void tell(ScheduledWave wave, PrintWriter out) {
        out.printf("Scheduled %d orders for %s%n", wave.orders(), wave.due());
        out.printf("Afterwards: loadgen verify --since %s%n", wave.due());
        if (!wave.isBurst()) {
            out.printf("The wave was due before all of it was accepted, so it is no burst: use a longer --in.%n");
        }
    }
}
