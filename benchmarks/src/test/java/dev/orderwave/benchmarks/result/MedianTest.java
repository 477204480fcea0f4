package dev.orderwave.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void it_is_the_one_in_the_middle_or_between_the_two() {
        assertThat(Median.of(DoubleStream.of(300, 20, 310))).isEqualTo(300);
        assertThat(Median.of(DoubleStream.of(100, 200))).isEqualTo(150);
    }

    @Test
    void nothing_has_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(DoubleStream.empty()));
    }
}
