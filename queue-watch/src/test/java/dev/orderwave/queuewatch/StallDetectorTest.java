package dev.orderwave.queuewatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.queuewatch.StallDetector.Judgement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StallDetectorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final StallDetector detector = new StallDetector(Duration.ofSeconds(60), START);

    @Test
    void a_queue_that_is_empty_never_stalls() {
        assertThat(look(0, 0, 0, 0)).isEqualTo(Judgement.FLOWS);
        assertThat(look(600, 0, 0, 0)).isEqualTo(Judgement.FLOWS);
    }

    @Test
    void messages_that_wait_while_none_comes_are_a_stall_after_the_patience_and_once_per_patience() {
        look(0, 7, 0, 5);

        assertThat(look(59, 7, 0, 5)).isEqualTo(Judgement.WAITS);
        assertThat(look(60, 7, 0, 9)).isEqualTo(Judgement.STALLED);
        assertThat(look(61, 7, 0, 9)).isEqualTo(Judgement.WAITS);
        assertThat(look(120, 7, 0, 9)).isEqualTo(Judgement.STALLED);
    }

    @Test
    void one_message_that_comes_ends_the_wait() {
        look(0, 7, 0, 5);

        assertThat(look(59, 8, 0, 500)).isEqualTo(Judgement.FLOWS);
        assertThat(look(118, 8, 0, 500)).isEqualTo(Judgement.WAITS);
    }

    @Test
    void a_message_in_hand_is_no_stall_of_the_queue_however_long_it_takes() {
        look(0, 7, 1, 5);

        assertThat(look(600, 7, 1, 5)).isEqualTo(Judgement.FLOWS);
    }

    @Test
    void a_queue_that_shrinks_is_read_by_somebody_else() {
        look(0, 7, 0, 5);

        assertThat(look(60, 7, 0, 4)).isEqualTo(Judgement.FLOWS);
    }

    private Judgement look(int second, long received, int inHand, long waiting) {
        return detector.judge(new Look(START.plusSeconds(second), received, inHand, waiting));
    }
}
