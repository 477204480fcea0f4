package dev.orderwave.loadgen.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    private final StringWriter out = new StringWriter();
    private Instant now = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void on_a_terminal_every_line_takes_the_place_of_the_one_before() {
        var line = line(true);
        line.show("one");
        line.show("two");
        line.end();

        assertThat(out.toString()).isEqualToNormalizingNewlines("\rone\033[K\rtwo\033[K\n");
    }

    @Test
    void elsewhere_a_line_is_printed_now_and_then() {
        var line = line(false);
        line.show("one");
        now = now.plusMillis(1_999);
        line.show("too soon");
        now = now.plusMillis(1);
        line.show("two");

        assertThat(out.toString().lines()).containsExactly("one", "two");
    }

    @Test
    void elsewhere_the_last_line_is_always_printed() {
        var line = line(false);
        line.show("begun");
        line.show("half way");
        line.show("done");
        line.end();
        line.end();

        assertThat(out.toString().lines()).containsExactly("begun", "done");
    }

    @Test
    void a_bar_fills_up() {
        assertThat(Bar.of(0, 48)).isEqualTo("░".repeat(24));
        assertThat(Bar.of(24, 48)).isEqualTo("█".repeat(12) + "░".repeat(12));
        assertThat(Bar.of(50, 48)).isEqualTo("█".repeat(24));
    }

    private StatusLine line(boolean terminal) {
        return new StatusLine(new PrintWriter(out), terminal, () -> now);
    }
}
