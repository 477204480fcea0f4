package dev.orderwave.benchmarks.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.benchmarks.logic.Column.Engine;
import dev.orderwave.benchmarks.logic.Column.Instances;
import org.junit.jupiter.api.Test;

class RatioTableTest {
    private static final Column OURS = new Column(Engine.ORDERWAVE, Instances.FRESH);
    private static final Column WASMTIME = new Column(Engine.WASMTIME, Instances.POOLED);
    private static final Column V8 = new Column(Engine.V8, Instances.POOLED);

    private final Costs costs = new Costs();

    @Test
    void everything_is_told_in_units_of_a_kept_instance_in_wasmtime() {
        costs.add("rust", OURS, 9_000);
        costs.add("rust", WASMTIME, 6_000);
        costs.add("go", OURS, 12_000);

        assertThat(new RatioTable(costs, "rust").toString().lines())
                .containsExactly(
                        "| router in | Orderwave fresh | wasmtime pooled |",
                        "| --- | --- | --- |",
                        "| rust | 1.50 | 1.00 |",
                        "| go | 2.00 |  |",
                        "",
                        "1.00 is rust on wasmtime pooled: 6,000 ns of processor time for an order.");
    }

    @Test
    void where_wasmtime_was_not_built_v8_is_the_unit() {
        costs.add("rust", OURS, 9_000);
        costs.add("rust", V8, 4_500);

        assertThat(new RatioTable(costs, "rust").toString()).contains("| rust | 2.00 | 1.00 |");
    }

    @Test
    void one_disturbed_round_of_three_does_not_move_a_cost() {
        costs.add("rust", OURS, 9_000);
        costs.add("rust", OURS, 90_000);
        costs.add("rust", OURS, 8_000);

        assertThat(costs.of("rust", OURS)).hasValue(9_000);
    }
}
