package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The bus as a process of its own, started as another module or a script would.
class LocalServiceBusMainIT {
    private static final Pattern READY = Pattern.compile("local-servicebus ready port=(\\d+) statisticsPort=(\\d+)");

    @Test
    void it_says_where_it_is_ready_and_ends_when_told() throws Exception {
        var process = start("--port", "0", "--statistics-port", "0", "--queue", "orders:30:5");
        try (var out = process.inputReader()) {
            var ready = READY.matcher(nextLine(out));
            assertThat(ready.matches()).isTrue();

            try (var statistics = new StatisticsClient(Integer.parseInt(ready.group(2)))) {
                assertThat(statistics.queues())
                        .extracting(QueueStatistics::name)
                        .containsExactly("orders");
            }
            process.toHandle().destroy();

            assertThat(process.onExit().join().exitValue())
                    .as("ended by SIGTERM")
                    .isEqualTo(128 + 15);
            assertThat(out.readLine()).as("says nothing more").isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_wrong_argument_is_one_line_and_exit_code_two() throws Exception {
        var process = start("--queue", "two words");

        try (var err = process.errorReader()) {
            assertThat(nextLine(err)).contains("\"two words\"").contains("usage:");
            assertThat(err.readLine()).as("one line only").isNull();
        }
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void a_port_in_use_is_one_line_and_exit_code_one() throws Exception {
        try (var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named("orders")))) {
            var process = start("--port", "" + bus.port(), "--statistics-port", "0", "--queue", "orders");

            try (var err = process.errorReader()) {
                assertThat(nextLine(err)).contains("port " + bus.port());
                assertThat(err.readLine()).as("one line only").isNull();
            }
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LocalServiceBusMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /// Without a logging backend on the test class path, SLF4J says so first.
    private static String nextLine(BufferedReader output) throws IOException {
        var line = output.readLine();
        while (line != null && line.startsWith("SLF4J")) {
            line = output.readLine();
        }
        return String.valueOf(line);
    }
}
