package dev.orderwave.loadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.terminal.StatusLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleProgressTest {

    private final StringWriter out = new StringWriter();
    private Instant now = Instant.parse("2030-01-01T12:00:00Z");
    private final ScheduleProgress progress =
            new ScheduleProgress(StatusLine.on(new PrintWriter(out), true), () -> now);

    @Test
    void it_tells_pace_and_what_is_to_go() {
        progress.accepted(0, 10_000);
        now = now.plusSeconds(2);
        progress.accepted(5_000, 10_000);

        assertThat(out.toString()).contains("5,000 of 10,000   2,500 orders/s   2 s to go");
    }

    @Test
    void what_an_earlier_run_had_done_does_not_count_for_the_pace() {
        progress.accepted(8_000, 10_000);
        now = now.plusSeconds(1);
        progress.accepted(9_000, 10_000);

        assertThat(out.toString()).contains("9,000 of 10,000   1,000 orders/s   1 s to go");
    }
}
