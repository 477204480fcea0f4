package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueTimesTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void orders_of_a_burst_are_due_together() {
        var due = DueTimes.together(IntStream.of(7, 3, 5), START);

        assertThat(due.size()).isEqualTo(3);
        assertThat(due.of(5)).contains(START);
        assertThat(due.of(4)).isEmpty();
        assertThat(due.first()).isEqualTo(due.last()).isEqualTo(START);
    }

    @Test
    void each_order_may_be_due_at_a_moment_of_its_own() {
        var due = DueTimes.of(IntStream.of(2, 3, 1), orderId -> START.toEpochMilli() + 1000L * (4 - orderId));

        assertThat(due.of(1)).contains(START.plusSeconds(3));
        assertThat(due.first()).isEqualTo(START.plusSeconds(1));
        assertThat(due.last()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void it_tells_how_many_are_due_by_a_moment() {
        var due = DueTimes.of(IntStream.range(1, 5), orderId -> START.toEpochMilli() + 10L * (orderId / 2));

        assertThat(due.by(START.minusMillis(1))).isZero();
        assertThat(due.by(START)).isEqualTo(1);
        assertThat(due.by(START.plusMillis(10))).isEqualTo(3);
        assertThat(due.by(START.plusSeconds(1))).isEqualTo(4);
    }

    @Test
    void a_wave_without_orders_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueTimes.together(IntStream.empty(), START))
                .withMessage("a wave needs at least one order");
    }
}
