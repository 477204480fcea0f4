package dev.orderwave.loadgen.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final Latency LATENCY =
            new Latency(2, 1500, 1000, 1000, 2000, 2000, 2000, 2000, 2000, 1000, List.of(new Latency.Bucket(2000, 2)));

    @TempDir
    Path directory;

    @Test
    void what_was_written_is_read() {
        var run = new Run(
                "here",
                Instant.parse("2026-01-02T03:04:05Z"),
                new Environment("local", "Linux", "some processor", 2, 24_000, "25"),
                new Load(2, 42, "ab", "burst"),
                List.of(cycle(10, Map.of("daprd", new ProcessCost(0.5, 80)))));

        RunFile.write(run, directory.resolve("run.json"));

        assertThat(RunFile.read(directory.resolve("run.json"))).isEqualTo(run);
    }

    @Test
    void what_is_no_run_is_named() throws Exception {
        var file = Files.writeString(directory.resolve("other.json"), "{\"name\": 1}");

        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(RunFileException.class)
                .hasMessageStartingWith(file + " holds no run of loadgen: ");
        assertThatThrownBy(() -> RunFile.read(directory.resolve("absent.json")))
                .isInstanceOf(RunFileException.class)
                .hasMessageContaining("absent.json cannot be read");
    }

    @Test
    void figures_have_a_median_and_their_extremes() {
        var run = new Run(
                "here",
                Instant.EPOCH,
                new Environment("local", "Linux", "some processor", 2, 24_000, "25"),
                new Load(2, 42, "ab", "burst"),
                List.of(cycle(30, Map.of()), cycle(10, Map.of()), cycle(20, Map.of())));

        assertThat(Figure.ORDERS_PER_SECOND.of(run)).contains(new Spread(10, 20, 30));
        assertThat(Figure.P99_LATENCY.of(run)).contains(new Spread(2000, 2000, 2000));
        assertThat(Figure.CPU.of(run)).isEmpty();
    }

    @Test
    void a_cost_is_that_of_all_processes() {
        var cycle = cycle(10, Map.of("daprd", new ProcessCost(0.5, 80), "service", new ProcessCost(1.5, 20)));

        assertThat(Figure.CPU.of(cycle)).contains(1000.0);
        assertThat(Figure.MEMORY.of(cycle)).contains(100.0);
    }

    @Test
    void the_services_have_a_share_of_it() {
        var cycle = cycle(10, Map.of("daprd", new ProcessCost(0.5, 80), "distributor", new ProcessCost(1.5, 20)));

        assertThat(Figure.SERVICES_CPU.of(cycle)).contains(750.0);
        assertThat(Figure.SERVICES_MEMORY.of(cycle)).contains(20.0);
    }

    private static Cycle cycle(double ordersPerSecond, Map<String, ProcessCost> costs) {
        var outcomes = new Outcomes(2, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        var sample = new Sample(0.5, Map.of("due", 2L), Map.of("q-order-ingress", 1L), Map.of());
        return new Cycle(
                Instant.EPOCH,
                2 / ordersPerSecond,
                ordersPerSecond,
                outcomes,
                Map.of("all", LATENCY),
                List.of(sample),
                costs,
                List.of());
    }
}
