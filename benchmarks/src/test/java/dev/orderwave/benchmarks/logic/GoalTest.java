package dev.orderwave.benchmarks.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.benchmarks.logic.Column.Engine;
import dev.orderwave.benchmarks.logic.Column.Instances;
import dev.orderwave.benchmarks.logic.Goal.Cell;
import org.junit.jupiter.api.Test;

class GoalTest {
    private static final Goal HALF = new Goal(
            "ours of theirs",
            new Cell("rust", Engine.ORDERWAVE, Instances.FRESH),
            new Cell("rust", Engine.WASMTIME, Instances.FRESH),
            0.5);

    private final Costs costs = new Costs();

    @Test
    void a_goal_is_reached_up_to_its_ratio() {
        ours(50);
        theirs(100);

        assertThat(HALF.verdict(costs)).hasValue("ours of theirs: 0.50, goal 0.50: reached");
    }

    @Test
    void a_goal_that_is_missed_says_so() {
        ours(51);
        theirs(100);

        assertThat(HALF.verdict(costs)).hasValue("ours of theirs: 0.51, goal 0.50: not reached");
    }

    @Test
    void nothing_is_said_of_what_was_not_measured() {
        ours(50);

        assertThat(HALF.verdict(costs)).isEmpty();
    }

    private void ours(double nanos) {
        costs.add("rust", new Column(Engine.ORDERWAVE, Instances.FRESH), nanos);
    }

    private void theirs(double nanos) {
        costs.add("rust", new Column(Engine.WASMTIME, Instances.FRESH), nanos);
    }
}
