package dev.orderwave.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path directory;

    @Test
    void a_program_that_ends_too_early_is_reported_with_the_end_of_its_log() {
        try (var process = start("echo the disk is full; exit 3")) {
            assertThatThrownBy(() -> process.await("answer", Duration.ofSeconds(10), () -> false))
                    .isInstanceOf(ProcessFailedException.class)
                    .hasMessageContainingAll("shell ended with exit code 3", "the disk is full");
        }
    }

    @Test
    void a_program_that_never_becomes_ready_is_reported_with_what_was_waited_for() {
        try (var process = start("exec sleep 60")) {
            assertThatThrownBy(() -> process.await("answer", Duration.ofMillis(50), () -> false))
                    .isInstanceOf(ProcessFailedException.class)
                    .hasMessageContaining("shell did not answer within");
        }
    }

    @Test
    void a_closed_program_is_gone() {
        var process = start("exec sleep 60");

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void the_end_of_a_program_is_told() {
        try (var process = start("exec sleep 60")) {
            var ended = process.ended();
            assertThat(ended).isNotDone();

            process.kill();

            assertThat(ended).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_program_that_does_not_exist_is_named() {
        assertThatThrownBy(() -> ChildProcess.start("ghost", List.of("no-such-program"), Map.of(), directory, log()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("ghost cannot be started by 'no-such-program'");
    }

    @Test
    void the_memory_of_a_running_program_is_known() {
        try (var process = start("exec sleep 60")) {
            assertThat(process.usage().peakRssBytes()).isPositive();
        }
    }

    private ChildProcess start(String script) {
        return ChildProcess.start("shell", List.of("sh", "-c", script), Map.of(), directory, log());
    }

    private Path log() {
        return directory.resolve("shell.log");
    }
}
