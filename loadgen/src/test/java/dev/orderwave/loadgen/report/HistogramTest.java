package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void the_shares_of_both_deliveries_together_are_all_orders() {
        var parts = Histogram.of(ExampleRuns.orderwave(), 40, 1);

        assertThat(parts).extracting(Histogram::kind).containsExactly("express", "standard");
        assertThat(Histogram.stacked(parts, 40).stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void deliveries_that_were_not_told_apart_are_one_part() {
        var parts = Histogram.of(ExampleRuns.withoutDeliveries(), 40, 1);

        assertThat(parts).extracting(Histogram::kind).containsExactly("all");
    }
}
