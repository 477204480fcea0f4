package dev.orderwave.ledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {
    @Test
    void what_a_sender_wrote_moves_no_cursor_and_writes_no_line() {
        assertThat(Harmless.line("order \u001b[2K\r\n7 \u202egpj.exe größe")).isEqualTo("order ?[2K??7 ?gpj.exe größe");
    }

    @Test
    void a_message_keeps_its_lines() {
        assertThat(MessageText.of("{\n  \"a\": \"\u001b\"\n}".getBytes(UTF_8)).lines())
                .containsExactly("{", "  \"a\": \"?\"", "}");
    }
}
