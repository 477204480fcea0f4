package dev.orderwave.loadgen.cli;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.schedule.DueTimes;
import dev.orderwave.loadgen.schedule.ScheduleStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// When the wave was due that a command is about.
final class WaveOptions {

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "When all orders were due, such as 2030-01-01T12:00:00Z; default: as it was scheduled."
                    + " Blobs written before do not count.")
    private @Nullable Instant since;

    /// Empty if nobody knows: nothing is recorded, and no moment was given.
    Optional<DueTimes> dueTimes(DataSet dataSet, BlobStorage storage) {
        return Optional.ofNullable(since)
                .map(due -> DueTimes.together(dataSet, due))
                .or(() -> new ScheduleStore(storage).last().map(schedule -> schedule.dueTimes(dataSet)));
    }
}
