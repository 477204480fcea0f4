package dev.orderwave.processor.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void plain_text_stays_as_it_is() {
        assertThat(new OneLine("delivery must be Express, was \"Ünder 50 %\""))
                .hasToString("delivery must be Express, was \"Ünder 50 %\"");
    }

    @Test
    void what_would_begin_a_line_or_move_the_cursor_becomes_a_blank() {
        assertThat(new OneLine("7\r\n12:00:00.000 INFO  forged")).hasToString("7 12:00:00.000 INFO  forged");
        assertThat(new OneLine("7\u2028forged\u0085too\u001b[2K")).hasToString("7 forged too [2K");
        assertThat(new OneLine("7\u202e7")).hasToString("7 7");
    }

    @Test
    void what_is_long_is_cut() {
        assertThat(new OneLine("x".repeat(1_000_000)).toString()).isEqualTo("x".repeat(500) + "...");
    }
}
