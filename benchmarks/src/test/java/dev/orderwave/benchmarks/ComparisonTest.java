package dev.orderwave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.local.App;
import dev.orderwave.local.WaveReport;
import dev.orderwave.local.WaveReport.ProcessCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final Machine MACHINE = new Machine(2, "Linux amd64", "25", "v20");
    private static final int ORDERS = 1000;

    @Test
    void one_disturbed_round_of_three_does_not_move_the_median() {
        var row = medians(List.of(wave(300, 64), wave(20, 64), wave(310, 64)), three(wave(150, 64)))
                .getFirst();

        assertThat(row).isEqualTo(new Medians(Metric.ORDERS_PER_SECOND, 300, 150));
        assertThat(row.ratio()).isEqualTo(2);
    }

    @Test
    void the_median_of_two_rounds_lies_between_them() {
        var waves = List.of(wave(100, 64), wave(200, 64));

        assertThat(medians(waves, waves).getFirst().orderwave()).isEqualTo(150);
    }

    @Test
    void a_cost_is_the_sum_of_the_three_processes_per_order() {
        var wave = wave(300, 64);

        assertThat(Metric.APP_CPU_WAVE.of(wave)).isCloseTo(3 * 0.1, within(1e-9));
        assertThat(Metric.APP_CPU_WITH_START.of(wave)).isCloseTo(3 * 0.5, within(1e-9));
        assertThat(Metric.APP_PEAK_RSS.of(wave)).isEqualTo(3 * 64);
        assertThat(Metric.DAPRD_CPU_WAVE.of(wave)).isCloseTo(3 * 0.7, within(1e-9));
    }

    @Test
    void memory_that_the_system_does_not_tell_is_left_out() {
        assertThat(medians(three(wave(300, 0)), three(wave(300, 0))))
                .extracting(Medians::metric)
                .doesNotContain(Metric.APP_PEAK_RSS)
                .contains(Metric.ORDERS_PER_SECOND);
    }

    @Test
    void rounds_of_one_without_the_other_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(MACHINE, three(wave(300, 64)), List.of()))
                .withMessageContaining("orderwave had 3, node had 0");
    }

    @Test
    void the_file_has_the_medians_and_every_wave(@TempDir Path folder) throws IOException {
        var file = folder.resolve("comparison.json");
        new Comparison(MACHINE, three(wave(300, 64)), three(wave(150, 64))).writeJson(file);

        var json = JsonMapper.builder().build().readTree(file.toFile());

        assertThat(json.at("/machine/processors").intValue()).isEqualTo(2);
        assertThat(json.at("/medians/0/metric").textValue()).isEqualTo("ordersPerSecond");
        assertThat(json.at("/medians/0/ratio").doubleValue()).isEqualTo(2);
        assertThat(json.at("/node").size()).isEqualTo(3);
        assertThat(json.at("/orderwave/2/ordersPerSecond").doubleValue()).isEqualTo(300);
    }

    private static List<Medians> medians(List<WaveReport> orderwave, List<WaveReport> node) {
        return new Comparison(MACHINE, orderwave, node).medians();
    }

    private static List<WaveReport> three(WaveReport wave) {
        return List.of(wave, wave, wave);
    }

    private static WaveReport wave(double ordersPerSecond, long peakRssMb) {
        var processes = new HashMap<String, ProcessCost>();
        for (var app : App.values()) {
            processes.put(app.id(), new ProcessCost(0.1, 0.5, peakRssMb));
            processes.put("daprd " + app.id(), new ProcessCost(0.7, 0.8, 90));
        }
        return new WaveReport(
                ORDERS, ORDERS / ordersPerSecond, ordersPerSecond, 0, 0, 0, 0, 0, 0, 0, processes, List.of());
    }
}
