package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.schedule.RecordedScheduler;
import dev.orderwave.loadgen.schedule.Schedule;
import dev.orderwave.loadgen.schedule.ScheduledWave;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.terminal.StatusLine;
import dev.orderwave.loadgen.trace.TraceOptions;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `loadgen schedule`: puts the stored data set on the queue, each order with its due time.
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Schedules every order of the stored data set, each with its own due time.")
public final class ScheduleCommand implements Runnable {

    @Mixin
    private final StorageOptions storage = new StorageOptions();

    @Mixin
    private final BusOptions bus = new BusOptions();

    @Mixin
    private final TraceOptions traces = new TraceOptions();

    @ArgGroup
    private StartOptions start = new StartOptions();

    @ArgGroup
    private ShapeOptions shape = new ShapeOptions();

    @Option(
            names = "--queue",
            defaultValue = WaveScheduler.QUEUE,
            description = "The queue; default: ${DEFAULT-VALUE}.")
    private String queue = "";

    @Option(
            names = "--resume",
            description = "Go on with the schedule that was interrupted; queue, shape and due times stay as they were.")
    private boolean resume;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (resume && (start.isGiven() || shape.isGiven())) {
            throw new ParameterException(
                    spec.commandLine(), "--resume keeps shape and due times: leave out --at, --in and the shape");
        }
        var out = spec.commandLine().getOut();
        var blobs = storage.connect();
        try (var orderTraces = traces.connect()) {
            var scheduler = new RecordedScheduler(bus.connect(), blobs, orderTraces);
            var dataSet = new DataSetStore(blobs).load();
            var progress = new ScheduleProgress(StatusLine.on(out), InstantSource.system());
            tell(
                    resume
                            ? scheduler.resume(dataSet, progress)
                            : scheduler.schedule(dataSet, schedule(dataSet), progress),
                    out);
        }
    }

    private Schedule schedule(DataSet dataSet) {
        try {
            return Schedule.of(
                    queue, start.start(dataSet.size(), Instant.now()), shape.shape(dataSet.size()), dataSet.manifest());
        } catch (IllegalArgumentException wrongOption) {
            throw new ParameterException(spec.commandLine(), wrongOption.getMessage(), wrongOption);
        }
    }

    private static void tell(ScheduledWave wave, PrintWriter out) {
        out.printf("Scheduled %,d orders, due from %s on%n", wave.orders(), wave.due());
        out.printf("Meanwhile: loadgen watch. Afterwards: loadgen verify%n");
        warn(wave, out);
    }

    /// What came late was no burst.
    static void warn(ScheduledWave wave, PrintWriter out) {
        if (!wave.isInTime()) {
            out.printf(
                    "%,d orders were due before the queue had accepted them, so they came late: use a longer --in.%n",
                    wave.late());
        }
    }
}
