package dev.orderwave.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.orderwave.benchmarks.services.Series;
import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.WaveReport;
import dev.orderwave.local.WaveReport.ProcessCost;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowthPartTest {
    private static final int ORDERS = 10_000;

    @Test
    void the_first_orders_cost_what_was_measured_and_every_further_one_what_a_warm_one_does() {
        var model = CostModel.of(series(Contestant.ORDERWAVE));

        assertThat(model.cpuSeconds(ORDERS)).isEqualTo(12);
        assertThat(model.cpuSeconds(1_000_000)).isCloseTo(12 + 990_000 * 0.5 / 1000, within(1e-6));
    }

    @Test
    void the_model_says_nothing_of_fewer_orders() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CostModel.of(series(Contestant.GO)).cpuSeconds(1000))
                .withMessageContaining("begins at 10,000 orders");
    }

    @Test
    void every_row_says_whether_it_was_measured_or_simulated() {
        var colds = Stream.of(Contestant.values())
                .map(contestant -> new ColdWave(contestant, 1000, 4))
                .toList();
        var part = new GrowthPart(
                Stream.of(Contestant.values()).map(GrowthPartTest::series).toList(), colds);

        assertThat(part.part().tables().getFirst().rows())
                .extracting(row -> row.getFirst() + " " + row.getLast())
                .containsExactly("1,000 measured", "10,000 measured", "100,000 simulated", "1,000,000 simulated");
        assertThat(part.part().tables().getFirst().rows().getFirst())
                .isEqualTo(List.of("1,000", "4.0", "4.0", "4.0", "4.00", "4.00", "4.00", "measured"));
    }

    private static Series series(Contestant contestant) {
        return new Series(contestant, List.of(wave(10, 12), wave(5, 17)));
    }

    private static WaveReport wave(double waveCpu, double cpu) {
        return new WaveReport(
                ORDERS,
                20,
                500,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of("distributor", new ProcessCost(waveCpu, cpu, 100)),
                List.of(),
                List.of());
    }
}
