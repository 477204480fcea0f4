package dev.orderwave.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Outcomes;
import dev.orderwave.loadgen.result.RunFile;
import dev.orderwave.loadgen.schedule.ScheduleStore;
import dev.orderwave.loadgen.watch.MiniatureSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchIT {

    private static final MiniatureSuite SUITE = MiniatureSuite.start();

    @TempDir
    private Path folder;

    @AfterAll
    static void stopSuite() {
        SUITE.close();
    }

    @Test
    void a_wave_that_was_watched_is_verified_and_written_down() throws Exception {
        loadgen("generate", "--orders", "50");
        var schedule = loadgen("schedule", "--in", "6s");
        var file = folder.resolve("suite.json");
        var processes = Files.writeString(
                folder.resolve("processes.json"),
                "{\"loadgen\": %d}".formatted(ProcessHandle.current().pid()));

        var watch =
                loadgen("watch", "--every", "200ms", "--processes", processes.toString(), "--record", file.toString());

        assertThat(schedule.exitCode()).isZero();
        assertThat(watch.err()).isEmpty();
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.out())
                .contains("50 of 50 orders ended within ", "Clocks ahead of this machine's: ", "s CPU")
                .containsSubsequence("intact     50", "latency", "clean", "Recorded in " + file);
        var run = RunFile.read(file);
        assertThat(run.name()).isEqualTo("suite");
        assertThat(run.load().shape()).isEqualTo("burst of 50");
        assertThat(run.cycles()).singleElement().satisfies(cycle -> {
            assertThat(cycle.due())
                    .isEqualTo(new ScheduleStore(SUITE.blobs())
                            .load()
                            .schedule()
                            .timetable()
                            .first());
            assertThat(cycle.outcomes()).isEqualTo(new Outcomes(50, 50, 0, 0, 0, 0, 0, 0, 0, 0));
            assertThat(cycle.latencies()).containsOnlyKeys("all", "express", "standard");
            assertThat(cycle.costs()).containsOnlyKeys("loadgen");
            assertThat(cycle.samples()).isNotEmpty();
            assertThat(cycle.findings()).isEmpty();
        });
    }

    private static ProgramRun loadgen(String... args) {
        var connections = Stream.of("--blob-connection-string", SUITE.blobConnectionString());
        var bus = args[0].equals("generate")
                ? Stream.<String>of()
                : Stream.of(
                        "--servicebus-connection-string",
                        SUITE.busConnectionString(),
                        "--servicebus-management",
                        SUITE.management().toString());
        return ProgramRun.of(Stream.of(Stream.of(args), connections, bus)
                .flatMap(arguments -> arguments)
                .toArray(String[]::new));
    }
}
