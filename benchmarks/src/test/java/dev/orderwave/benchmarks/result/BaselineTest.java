package dev.orderwave.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final Machine MACHINE = new Machine(2, "a processor", 8, "Linux amd64", "25", "v20", "go1.26");

    @TempDir
    private Path folder;

    @Test
    void the_file_of_a_run_is_the_baseline_of_a_later_one() {
        var file = folder.resolve("results.json");
        results(new Ratio("CPU, of Node's", 1.0), new Ratio("memory, of Node's", 0.5))
                .writeJson(file);

        var table = Baseline.read(file)
                .compare(Stream.of(
                        new Ratio("CPU, of Node's", 0.5),
                        new Ratio("memory, of Node's", 0.52),
                        new Ratio("never measured before", 1)));

        assertThat(table.rows())
                .containsExactly(
                        List.of("CPU, of Node's", "0.50", "1.00", "0.50", "cheaper"),
                        List.of("memory, of Node's", "0.52", "0.50", "1.04", "as then"));
    }

    @Test
    void a_goal_is_told_with_what_was_measured() {
        var part = new Part(
                "idle", "", "", List.of(), List.of(), List.of(new Goal("memory, MB", 1200, 90)), List.of(), List.of());

        assertThat(new Results("2026-01-01", "bench", MACHINE, List.of(part))
                        .goals()
                        .rows())
                .containsExactly(List.of("memory, MB", "1,200", "<= 90", "not reached"));
    }

    private static Results results(Ratio... ratios) {
        var part = new Part("services", "", "", List.of(), List.of(), List.of(), List.of(ratios), List.of());
        return new Results("2026-01-01", "./orderwave bench", MACHINE, List.of(part));
    }
}
