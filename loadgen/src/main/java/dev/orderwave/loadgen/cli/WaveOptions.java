package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.schedule.Phase;
import dev.orderwave.loadgen.schedule.Schedule;
import dev.orderwave.loadgen.schedule.ScheduleStore;
import dev.orderwave.loadgen.schedule.Shape;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which wave a command is about.
final class WaveOptions {

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "When all orders were due, such as 2030-01-01T12:00:00Z, if loadgen schedule did not record it."
                            + " Blobs written before do not count.")
    private @Nullable Instant since;

    /// Empty if nobody knows: nothing is recorded, and no moment was given.
    Optional<Schedule> schedule(DataSet dataSet, BlobStorage storage) {
        return burst(dataSet).or(() -> new ScheduleStore(storage).last());
    }

    /// @throws dev.orderwave.loadgen.schedule.ScheduleException if nobody knows
    Schedule requireSchedule(DataSet dataSet, BlobStorage storage) {
        return burst(dataSet).orElseGet(() -> new ScheduleStore(storage).load().schedule());
    }

    private Optional<Schedule> burst(DataSet dataSet) {
        return Optional.ofNullable(since)
                .map(due -> Schedule.of(
                        WaveScheduler.QUEUE, due, Shape.of(new Phase.Burst(dataSet.size())), dataSet.manifest()));
    }
}
