package dev.orderwave.loadgen.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaveEndTest {

    private static final Instant DUE = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final WaveEnd end = new WaveEnd(DUE, 100, PATIENCE);

    @Test
    void a_wave_is_not_over_before_its_last_order_is_due() {
        assertThat(at(-1, 0, 100)).isFalse();
    }

    @Test
    void a_wave_is_over_when_every_order_has_ended_and_the_queues_are_empty() {
        assertThat(at(1, 50, 20)).isFalse();
        assertThat(at(2, 1, 100)).isFalse();
        assertThat(at(3, 0, 100)).isTrue();
        assertThat(end.drained()).contains(DUE.plusSeconds(3));
    }

    @Test
    void empty_queues_are_not_the_end_while_orders_still_arrive() {
        assertThat(at(1, 0, 20)).isFalse();
        assertThat(at(9, 0, 60)).isFalse();
        assertThat(at(18, 0, 99)).isFalse();
    }

    @Test
    void an_order_that_never_ends_does_not_keep_a_wave_going() {
        assertThat(at(1, 0, 99)).isFalse();
        assertThat(at(12, 0, 99)).isTrue();
    }

    @Test
    void messages_that_wait_are_waited_for_as_long_as_something_moves() {
        assertThat(at(1, 100, 0)).isFalse();
        assertThat(at(120, 99, 1)).isFalse();
        assertThat(at(239, 99, 1)).isFalse();
        assertThat(at(241, 99, 1)).isTrue();
        assertThat(end.drained()).isEmpty();
    }

    private boolean at(int seconds, long waiting, long ended) {
        return end.isOver(DUE.plusSeconds(seconds), waiting, ended);
    }
}
