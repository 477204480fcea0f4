package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Load;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void a_run_is_compared_with_the_first_by_their_medians() {
        var first = ExampleRuns.orderwave();
        var second = ExampleRuns.node();
        var comparison = new Comparison(List.of(first, second));

        double firstMedian = Figure.SECONDS.of(first).orElseThrow().median();
        double secondMedian = Figure.SECONDS.of(second).orElseThrow().median();
        assertThat(comparison.ratio(second, Figure.SECONDS)).contains(secondMedian / firstMedian);
        assertThat(comparison.ratio(first, Figure.SECONDS)).contains(1.0);
    }

    @Test
    void the_cycle_that_is_drawn_has_the_median_duration() {
        var run = ExampleRuns.orderwave();

        assertThat(Comparison.typical(run).seconds())
                .isEqualTo(Figure.SECONDS.of(run).orElseThrow().median());
    }

    @Test
    void runs_of_other_orders_had_not_the_same_load() {
        var run = ExampleRuns.orderwave();
        var other = ExampleRuns.with(ExampleRuns.node(), new Load(10_000, 43, "0ther", "burst"));

        assertThat(new Comparison(List.of(run, ExampleRuns.node())).sameLoad()).isTrue();
        assertThat(new Comparison(List.of(run, other)).sameLoad()).isFalse();
    }

    @Test
    void a_run_without_a_cycle_is_refused() {
        var empty = ExampleRuns.with(ExampleRuns.node(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(List.of(empty)))
                .withMessage("run node has no cycle, so there is nothing to report: name another");
    }
}
