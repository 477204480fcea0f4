package dev.orderwave.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private final JsonWriter json = new JsonWriter(4);

    @Test
    void commas_come_by_themselves() {
        json.openObject()
                .field("a", 1)
                .field("b")
                .openList()
                .number(0)
                .text("x")
                .openObject()
                .closeObject();
        json.closeList().field("c", Long.MAX_VALUE).closeObject();

        assertThat(written()).isEqualTo("{\"a\":1,\"b\":[0,\"x\",{}],\"c\":9223372036854775807}");
    }

    @Test
    void a_text_is_escaped() {
        json.text("plain \"quoted\" \\ \n ü");

        assertThat(written()).isEqualTo("\"plain \\u0022quoted\\u0022 \\u005c \\u000a \\u00fc\"");
    }

    @Test
    void a_value_stays_as_it_was_written() {
        json.openList().raw(value("\"\\u00fc ü\"")).raw(value("1.50")).closeList();

        assertThat(written()).isEqualTo("[\"\\u00fc ü\",1.50]");
    }

    @Test
    void a_text_shows_a_short_value_whole() {
        json.text("was ", value("\"ü\n\""));

        assertThat(written()).isEqualTo("\"was \\u0022ü\\u000a\\u0022\"");
    }

    @Test
    void a_text_shows_sixty_characters_of_a_long_value() {
        json.text("was ", value("🚚".repeat(61)));

        assertThat(written()).isEqualTo("\"was " + "🚚".repeat(60) + "...\"");
    }

    private static RawJson value(String text) {
        var bytes = text.getBytes(UTF_8);
        return new RawJson(bytes, 0, bytes.length);
    }

    private String written() {
        return new String(json.buffer(), 0, json.length(), UTF_8);
    }
}
