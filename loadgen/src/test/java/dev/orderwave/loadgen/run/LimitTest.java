package dev.orderwave.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Figure;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void the_median_counts_and_not_the_extremes() {
        var limit = new Limit(Figure.ORDERS_PER_SECOND, 100, "asked for");

        assertThat(limit.shortfall(Runs.at(50, 100, 300))).isEmpty();
        assertThat(limit.shortfall(Runs.at(50, 99, 300)))
                .contains("orders/s: the median is 99.00, and at least 100.00 is asked for");
    }

    @Test
    void of_what_costs_less_is_better() {
        var limit = new Limit(Figure.SECONDS, 2, "asked for");

        assertThat(limit.shortfall(Runs.at(50))).isEmpty();
        assertThat(limit.shortfall(Runs.at(40)))
                .contains("seconds to the last order: the median is 2.50, and at most 2.00 is asked for");
    }

    @Test
    void what_a_run_does_not_say_it_does_not_reach() {
        assertThat(new Limit(Figure.CPU, 2, "asked for").shortfall(Runs.at(50)))
                .contains("CPU ms per order: this run does not say, and a limit is asked for");
    }
}
