package dev.orderwave.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Load;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private final Baseline baseline = new Baseline(Runs.at(100), 0.2);

    @Test
    void a_run_may_be_a_little_worse_than_the_one_before() {
        assertThat(baseline.limits())
                .extracting(Limit::figure)
                .containsExactly(Figure.ORDERS_PER_SECOND, Figure.SECONDS);
        assertThat(baseline.limits())
                .allSatisfy(limit -> assertThat(limit.shortfall(Runs.at(85))).isEmpty());
        assertThat(baseline.limits().getFirst().shortfall(Runs.at(79)))
                .contains("orders/s: the median is 79.00, and at least 80.00 is 20 % from the baseline's 100.0");
    }

    @Test
    void runs_compare_by_the_ratio_of_their_medians() {
        assertThat(baseline.ratio(Figure.ORDERS_PER_SECOND, Runs.at(150))).contains(1.5);
        assertThat(baseline.ratio(Figure.CPU, Runs.at(150))).isEmpty();
    }

    @Test
    void runs_of_other_loads_are_not_compared() {
        assertThat(baseline.mismatch(Runs.LOAD)).isEmpty();
        assertThat(baseline.mismatch(new Load(200, 42, "cd", "burst of 200")))
                .hasValueSatisfying(why -> assertThat(why).contains("100 orders of seed 42", "200 of seed 42"));
    }
}
