package dev.orderwave.wasm;

import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.BAD_VERDICT;
import static dev.orderwave.wasm.GuestFault.OUTPUT_DENIED;
import static dev.orderwave.wasm.Guests.MESSAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    @Test
    void without_data_the_message_is_sent_on_as_it_came() {
        var emission = emitted("{\"emit\":[{\"to\":\"out\"}]}").getFirst();

        assertThat(emission.to()).isEqualTo("out");
        assertThat(emission.metadata()).isEmpty();
        assertThat(emission.dataOr(MESSAGE)).isSameAs(MESSAGE);
    }

    @Test
    void several_emissions_keep_their_order() {
        assertThat(emitted("{\"emit\":[{\"to\":\"out\"},{\"to\":\"other\"},{\"to\":\"out\"}]}"))
                .extracting(Emission::to)
                .containsExactly("out", "other", "out");
    }

    @Test
    void metadata_is_text_and_numbers_and_booleans_become_text() {
        var emission = emitted("{\"emit\":[{\"metadata\":{\"a\":\"x\",\"b\":4711,\"c\":true},\"to\":\"out\"}]}")
                .getFirst();

        assertThat(emission.metadata()).isEqualTo(Map.of("a", "x", "b", "4711", "c", "true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"a\" : [1, 2.50,\n {\"b\":null}] , \"a\":0 }",
                "[]",
                "\"text with \\u00e9, \\\" and Größe\"",
                "4711",
                "-1.50e+3",
                "true",
                "null"
            })
    void data_is_taken_byte_for_byte(String data) {
        var between = emitted("{\"emit\":[{\"to\":\"out\", \"data\" : " + data + " ,\"metadata\":{}}]}");
        var last = emitted("{\"emit\":[{\"to\":\"out\",\"data\":" + data + "}]}");

        assertThat(between.getFirst().dataOr(MESSAGE)).asString(UTF_8).isEqualTo(data);
        assertThat(last.getFirst().dataOr(MESSAGE)).asString(UTF_8).isEqualTo(data);
    }

    @Test
    void a_rejection_has_a_reason() {
        assertThat(answer("{\"reject\":\"no \\u00fc in \\\"Foo\\\"\"}"))
                .isEqualTo(new Verdict.Reject("no ü in \"Foo\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "express",
                "null",
                "[]",
                "\"emit\"",
                "{}",
                "{\"emit\":[]}",
                "{\"emit\":{}}",
                "{\"emit\":null}",
                "{\"emit\":[\"out\"]}",
                "{\"emit\":[{}]}",
                "{\"emit\":[{\"to\":7}]}",
                "{\"emit\":[{\"to\":\"out\",\"to\":\"out\"}]}",
                "{\"emit\":[{\"to\":\"out\",\"when\":\"now\"}]}",
                "{\"emit\":[{\"to\":\"out\",\"metadata\":[]}]}",
                "{\"emit\":[{\"to\":\"out\",\"metadata\":{\"a\":null}}]}",
                "{\"emit\":[{\"to\":\"out\",\"metadata\":{\"a\":{}}}]}",
                "{\"emit\":[{\"to\":\"out\",\"metadata\":{\"a\":1,\"a\":2}}]}",
                "{\"emit\":[{\"to\":\"out\",\"data\":1,\"data\":2}]}",
                "{\"emit\":[{\"to\":\"out\",\"data\":}]}",
                "{\"emit\":[{\"to\":\"out\",\"data\":{\"a\":}}]}",
                "{\"emit\":[{\"to\":\"out\"}]",
                "{\"emit\":[{\"to\":\"out\"}]}}",
                "{\"emit\":[{\"to\":\"out\"}]} {}",
                "{\"emit\":[{\"to\":\"out\"}],\"reject\":\"both\"}",
                "{\"reject\":\"\"}",
                "{\"reject\":\" \"}",
                "{\"reject\":7}",
                "{\"verdict\":\"maybe\"}"
            })
    void a_text_that_is_no_verdict_is_a_fault(String text) {
        assertThat(failure(text).fault()).isEqualTo(BAD_VERDICT);
    }

    @Test
    void a_verdict_has_at_most_16_emissions() {
        var emission = "{\"to\":\"out\"}";

        assertThat(emitted("{\"emit\":[" + emission + (("," + emission).repeat(15)) + "]}"))
                .hasSize(16);
        assertThat(failure("{\"emit\":[" + emission + (("," + emission).repeat(16)) + "]}"))
                .hasMessageContaining("more than 16 entries");
    }

    @Test
    void an_emission_has_at_most_100_entries_of_metadata() {
        var entries = IntStream.range(1, 100).mapToObj(i -> ",\"k" + i + "\":1").collect(joining());

        assertThat(emitted("{\"emit\":[{\"to\":\"out\",\"metadata\":{\"k\":1" + entries + "}}]}")
                        .getFirst()
                        .metadata())
                .hasSize(100);
        assertThat(failure("{\"emit\":[{\"to\":\"out\",\"metadata\":{\"k\":1,\"one\":2" + entries + "}}]}"))
                .hasMessageContaining("metadata has more than 100 entries");
    }

    @Test
    void data_nested_so_deep_that_no_reader_would_take_it_is_a_fault() {
        var deep = "[".repeat(20_000) + "]".repeat(20_000);

        assertThat(failure("{\"emit\":[{\"to\":\"out\",\"data\":" + deep + "}]}")
                        .fault())
                .isEqualTo(BAD_VERDICT);
    }

    @Test
    void an_output_that_was_not_granted_is_refused() {
        var failure = failure("{\"emit\":[{\"to\":\"out\"},{\"to\":\"secrets\"}]}");

        assertThat(failure.fault()).isEqualTo(OUTPUT_DENIED);
        assertThat(failure).hasMessageContaining("output secrets");
    }

    @Test
    void a_text_that_is_not_utf_8_is_a_fault() {
        var overlong = new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'};

        assertThat(Guests.failureOf(TestGuest.answering(overlong)).fault()).isEqualTo(BAD_OUTPUT);
    }

    @Test
    void a_failure_says_which_module_what_and_what_follows_in_one_clean_line() {
        var failure = failure("{\"oops\":\"" + "\\n\n\u0007".repeat(300) + "\"}");

        assertThat(failure.getMessage())
                .startsWith("module tested@" + failure.module().sha256().substring(0, 12) + ": bad-verdict: ")
                .contains("emit or reject, not oops, in a verdict that starts with {\"oops\":")
                .endsWith("the message was not handled, the next one gets a new instance")
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThan(500);
    }

    private static List<Emission> emitted(String text) {
        return ((Verdict.Emit) answer(text)).emissions();
    }

    private static Verdict answer(String text) {
        return Guests.load(TestGuest.answering(text)).handle(MESSAGE);
    }

    private static GuestException failure(String text) {
        return Guests.failureOf(TestGuest.answering(text));
    }
}
