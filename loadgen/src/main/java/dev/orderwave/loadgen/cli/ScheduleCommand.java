package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
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
        try (var scheduler = bus.connect()) {
            var wave = scheduler.schedule(dataSet, Instant.now().plus(delay), (accepted, total) -> {
                out.printf("\rAccepted %,d of %,d orders", accepted, total);
                out.flush();
            });
            tell(wave, out);
        }
    }

    private static void tell(ScheduledWave wave, PrintWriter out) {
        out.printf("%nThe wave is due at %s. Afterwards: loadgen verify --since %s%n", wave.due(), wave.due());
        if (!wave.isBurst()) {
            out.printf("It was due before all of it was accepted, so it is no burst: use a longer --in.%n");
        }
    }
}
