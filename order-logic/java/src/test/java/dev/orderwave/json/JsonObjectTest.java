package dev.orderwave.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    @Test
    void a_field_is_found_as_it_was_written() {
        assertThat(field("{\"b\": 1, \"a\" : [ 1.50 ,\"\\u00fc\"] }")).isEqualTo("[ 1.50 ,\"\\u00fc\"]");
        assertThat(field("{\"\\u0061\":\"escaped name\"}")).isEqualTo("\"escaped name\"");
    }

    @Test
    void a_field_that_is_not_there_is_empty() {
        assertThat(read("{\"b\":{\"a\":1}}").get("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "10.25e-3",
                "1E+2",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u12aF\"",
                "true",
                "null",
                "[]",
                "{}"
            })
    void a_value_of_any_kind_is_read(String value) {
        assertThat(field("{\"a\":" + value + "}")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "-",
                "tru",
                "nul",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\t\"",
                "[1,]",
                "[,1]",
                "{1:2}",
                "{\"b\"}",
                "{\"b\":1,}",
                "1 2"
            })
    void a_value_that_is_not_json_is_refused(String value) {
        assertThat(problem("{\"a\":" + value + "}")).isInstanceOf(JsonProblem.NotJson.class);
    }

    @Test
    void what_is_wrong_is_told_with_its_place() {
        assertThat(problem("{\n \"a\": x}")).hasToString("unexpected character at line 2 column 7");
        assertThat(problem("{\"a\"")).hasToString("unexpected end at line 1 column 5");
        assertThat(problem("{} {}")).hasToString("unexpected character at line 1 column 4");
    }

    @Test
    void a_field_that_is_there_twice_is_refused_however_it_is_spelled() {
        assertThat(problem("{\"a\":1,\"\\u0061\":1}")).hasToString("a is there twice at line 1 column 16");
        assertThat(problem("{\"b\":1,\"b\":2,\"a\":1,\"a\":2}")).hasToString("a is there twice at line 1 column 23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "1", "\"a\"", "null "})
    void what_is_no_object_is_told_by_its_first_value(String text) {
        assertThat(problem(text)).isInstanceOf(JsonProblem.NotAnObject.class);
    }

    @Test
    void nesting_ends_at_a_hundred_levels() {
        assertThat(field(nested(99))).startsWith("[[[").endsWith("]]]");
        assertThat(problem(nested(100))).isEqualTo(new JsonProblem.TooDeep(100));
        assertThat(problem("[".repeat(200_000))).isEqualTo(new JsonProblem.TooDeep(100));
    }

    @Test
    void bytes_that_are_no_text_are_told_before_everything_else() {
        var text = "{x" + "[".repeat(200) + "?";
        var bytes = text.getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xff;

        assertThat(problem(bytes)).isEqualTo(new JsonProblem.NotJson("byte 202 is not UTF-8"));
        assertThat(problem(text)).isEqualTo(new JsonProblem.TooDeep(100));
    }

    @Test
    void half_a_character_is_no_name() {
        assertThat(problem("{\"\\ud83d\":1}")).isInstanceOf(JsonProblem.NotJson.class);
        assertThat(problem("{\"\\ude9a\":1}")).isInstanceOf(JsonProblem.NotJson.class);
        assertThat(read("{\"\\ud83d\\ude9a\":1}").get("a")).isEmpty();
    }

    private static String field(String text) {
        var value = read(text).get("a").orElseThrow();
        return new String(value.text(), value.start(), value.length(), UTF_8);
    }

    private static JsonProblem problem(String text) {
        return problem(text.getBytes(UTF_8));
    }

    private static JsonProblem problem(byte[] text) {
        return catchThrowableOfType(JsonException.class, () -> JsonObject.read(text, "a"))
                .problem();
    }

    private static JsonObject read(String text) {
        return JsonObject.read(text.getBytes(UTF_8), "a");
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }
}
