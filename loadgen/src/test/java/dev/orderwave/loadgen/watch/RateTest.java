package dev.orderwave.loadgen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateTest {

    private final Rate rate = new Rate();

    @Test
    void one_look_tells_no_rate() {
        assertThat(rate.at(1, 500)).isZero();
    }

    @Test
    void only_what_came_lately_counts() {
        rate.at(0, 0);
        rate.at(5, 5000);
        rate.at(9, 5100);

        assertThat(rate.at(12, 5200)).isBetween(25.0, 40.0);
    }
}
