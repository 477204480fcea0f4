package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyChartTest {

    @Test
    void a_bar_is_a_multiple_of_the_whole_seconds_that_storage_tells() {
        assertThat(LatencyChart.width(0.5, 1)).isEqualTo(1);
        assertThat(LatencyChart.width(2, 1)).isEqualTo(2);
        assertThat(LatencyChart.width(2.5, 1)).isEqualTo(3);
    }

    @Test
    void a_doubt_of_clocks_makes_no_odd_bars() {
        assertThat(LatencyChart.width(0.5, 1.113)).isEqualTo(1);
        assertThat(LatencyChart.width(0.5, 2.4)).isEqualTo(2);
    }

    @Test
    void a_bar_is_as_fine_as_a_latency_is_known() {
        assertThat(LatencyChart.width(0.5, 0)).isEqualTo(0.5);
    }
}
