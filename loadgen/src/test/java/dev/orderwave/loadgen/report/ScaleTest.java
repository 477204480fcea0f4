package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void ticks_are_round_and_end_within_the_scale() {
        assertThat(new Scale(10_000, 0, 100).ticks(4)).containsExactly(0.0, 2_500.0, 5_000.0, 7_500.0, 10_000.0);
        assertThat(new Scale(33.4, 0, 100).ticks(8)).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
        assertThat(new Scale(3, 0, 100).ticks(4)).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void a_value_lies_where_its_share_of_the_maximum_is() {
        var downwards = new Scale(200, 100, 0);

        assertThat(downwards.at(0)).isEqualTo(100);
        assertThat(downwards.at(50)).isEqualTo(75);
        assertThat(downwards.at(200)).isEqualTo(0);
    }

    @Test
    void a_value_beyond_the_ends_stays_in_the_drawing() {
        var scale = new Scale(10, 0, 100);

        assertThat(scale.at(11)).isEqualTo(100);
        assertThat(scale.at(-1)).isEqualTo(0);
    }

    @Test
    void nothing_to_show_makes_no_scale() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale(0, 0, 100));
    }
}
