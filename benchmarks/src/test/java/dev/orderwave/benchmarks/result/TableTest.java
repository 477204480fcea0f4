package dev.orderwave.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void words_begin_and_figures_end_together() {
        var table = new Table(
                "Costs", List.of("", "CPU ms"), List.of(List.of("services", "1.50"), List.of("bus", "12.00")));

        assertThat(table.toString().lines())
                .containsExactly("Costs", "            CPU ms", "  services    1.50", "  bus        12.00");
    }

    @Test
    void a_row_that_lacks_a_cell_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("Costs", List.of("", "CPU ms"), List.of(List.of("bus"))))
                .withMessageContaining("Costs: a row needs 2 cells, had 1");
    }
}
