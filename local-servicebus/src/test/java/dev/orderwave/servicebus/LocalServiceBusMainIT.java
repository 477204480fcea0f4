package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the process starts and ends.
class LocalServiceBusMainIT {
    @Test
    void it_says_where_it_is_ready_and_ends_when_told() throws Exception {
        try (var bus = BusProcess.start("--port", "0", "--statistics-port", "0", "--queue", "orders:30:5")) {
            try (var statistics = new StatisticsClient(bus.ports().statistics())) {
                assertThat(statistics.queues())
                        .extracting(QueueStatistics::name)
                        .containsExactly("orders");
            }

            bus.terminate();

            assertThat(bus.exitCode()).as("ended by SIGTERM").isEqualTo(128 + 15);
        }
    }

    @Test
    void a_wrong_argument_is_one_line_and_exit_code_two() throws Exception {
        try (var bus = BusProcess.start("--queue", "two words")) {
            assertThat(bus.firstError()).contains("\"two words\"").contains("usage:");
            assertThat(bus.saidNoMore()).isTrue();
            assertThat(bus.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_port_in_use_is_one_line_and_exit_code_one() throws Exception {
        try (var other = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named("orders")));
                var bus =
                        BusProcess.start("--port", "" + other.port(), "--statistics-port", "0", "--queue", "orders")) {
            assertThat(bus.firstError()).contains("port " + other.port());
            assertThat(bus.saidNoMore()).isTrue();
            assertThat(bus.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void a_journal_that_another_bus_uses_is_one_line_and_exit_code_one(@TempDir Path journal) throws Exception {
        var config =
                LocalServiceBusConfig.onFreePorts(QueueConfig.named("orders")).withJournal(journal);
        try (var _ = LocalServiceBus.start(config)) {
            assertRefused(journal, "in use");
        }
    }

    @Test
    void a_damaged_journal_is_one_line_and_exit_code_one(@TempDir Path journal) throws Exception {
        Files.write(journal.resolve("messages.mv"), new byte[10_000]);

        assertRefused(journal, "damaged");
    }

    private static void assertRefused(Path journal, String why) throws Exception {
        try (var bus = BusProcess.start(
                "--port", "0", "--statistics-port", "0", "--queue", "orders", "--journal", journal.toString())) {
            assertThat(bus.firstError()).contains(journal.toString()).contains(why);
            assertThat(bus.saidNoMore()).isTrue();
            assertThat(bus.exitCode()).isEqualTo(1);
        }
    }
}
