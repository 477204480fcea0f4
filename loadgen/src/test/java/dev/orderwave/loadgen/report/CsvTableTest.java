package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void there_is_a_row_for_each_cycle_of_each_run() {
        var rows = rows(new Comparison(List.of(ExampleRuns.orderwave(), ExampleRuns.node())));

        assertThat(rows).hasSize(1 + 5 + 5);
        assertThat(rows.getFirst())
                .startsWith("run,cycle,due,orders_per_second,seconds,")
                .endsWith(",dead_lettered,late");
        assertThat(rows.get(1)).startsWith("orderwave,1,2026-11-21T09:00:00Z,");
        assertThat(rows.get(10)).startsWith("node,5,2026-11-21T09:08:00Z,").endsWith(",10000,10000,0,0,0,0,0,0,0,0");
    }

    @Test
    void a_name_that_would_be_two_cells_is_quoted() {
        var rows = rows(new Comparison(List.of(ExampleRuns.named("ours, \"new\""))));

        assertThat(rows.get(1)).startsWith("\"ours, \"\"new\"\"\",1,");
    }

    @Test
    void what_a_remote_run_cannot_know_is_left_empty() {
        var rows = rows(new Comparison(List.of(ExampleRuns.remote())));

        assertThat(rows.get(1)).contains(",,,,10000,");
    }

    private static List<String> rows(Comparison comparison) {
        return CsvTable.of(comparison).lines().toList();
    }
}
