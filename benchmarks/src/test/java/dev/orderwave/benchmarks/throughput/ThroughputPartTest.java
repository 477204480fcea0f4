package dev.orderwave.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.benchmarks.throughput.Breakdown.Storage;
import dev.orderwave.local.WaveReport;
import dev.orderwave.local.WaveReport.ProcessCost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputPartTest {
    private static final Breakdown AZURITE = new Breakdown(1, Storage.AZURITE, wave(20));
    private static final Breakdown FILES = new Breakdown(1, Storage.FILES, wave(0));

    @Test
    void an_orders_time_is_told_by_who_takes_it() {
        assertThat(new ThroughputPart(List.of(AZURITE, FILES))
                        .part()
                        .tables()
                        .getFirst()
                        .rows())
                .containsExactly(
                        List.of("1 of each, Azurite", "1.00", "1.50", "0.50", "2.00", "5.00", "500"),
                        List.of("1 of each, files", "1.00", "1.50", "0.50", "0.00", "3.00", "500"));
    }

    @Test
    void the_goal_is_of_a_wave_without_a_storage_in_the_way() {
        var goals = new ThroughputPart(List.of(AZURITE, FILES)).part().goals();

        assertThat(goals.getFirst().value()).isEqualTo(0.5);
        assertThat(goals.getFirst().isReached()).isTrue();
    }

    private static WaveReport wave(double azurite) {
        return new WaveReport(
                10_000,
                20,
                500,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(
                        "distributor-1", new ProcessCost(6, 7, 100),
                        "distributor-2", new ProcessCost(4, 5, 100),
                        "daprd distributor", new ProcessCost(15, 16, 100),
                        "local-servicebus", new ProcessCost(5, 6, 100),
                        "azurite", new ProcessCost(azurite, azurite, 100)),
                List.of(),
                List.of());
    }
}
