package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.processes.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as its user starts it: a process of its own.
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void the_demo_verifies_its_wave_and_writes_the_table() throws IOException {
        var json = directory.resolve("wave.json");

        try (var demo = demo("--orders", "300", "--json", json.toString())) {
            await().atMost(PATIENCE).until(() -> !demo.isAlive());

            assertThat(output()).contains("Every order became its blob.");
            assertThat(demo.exitCode()).isZero();
        }
        var table = JsonMapper.builder().build().readTree(json.toFile());
        assertThat(table.get("orders").asInt()).isEqualTo(300);
        assertThat(table.get("seconds").asDouble()).isPositive();
        assertThat(table.get("ordersPerSecond").asDouble()).isPositive();
        assertThat(List.of("lost", "duplicated", "misrouted", "rejected", "deadLettered"))
                .allSatisfy(column -> assertThat(table.get(column).asInt()).isZero());
        assertThat(table.get("processes")).hasSize(8);
    }

    @Test
    void control_c_stops_everything_that_was_started() {
        try (var demo = demo("--orders", "20000")) {
            await().atMost(PATIENCE).until(() -> output().contains("Scheduling"));
            var started =
                    ProcessHandle.of(demo.pid()).orElseThrow().descendants().toList();
            assertThat(started).hasSizeGreaterThanOrEqualTo(8);

            demo.interrupt();

            await().atMost(PATIENCE).until(() -> !demo.isAlive());
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        }
    }

    private ChildProcess demo(String... arguments) {
        var command = new ArrayList<>(List.of(Java.executable(), "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Orderwave.class.getName(), "demo"));
        command.addAll(List.of(arguments));
        return ChildProcess.start("demo", command, Map.of(), Checkout.find().root(), log());
    }

    private String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("demo.log");
    }
}
