package dev.orderwave.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectedTest {

    private static final String AUTHOR = "\"module\":{\"name\":\"express-pick-list\",\"version\":\"1.0.0\"}";

    @Test
    void spaces_and_the_order_of_fields_do_not_matter() {
        assertThat(emits("{\"a\":1,\"b\":[]}").isMetBy(emitted("{ \"b\" : [ ], \"a\" : 1 }")))
                .isTrue();
    }

    @Test
    void a_number_that_was_rounded_differs() {
        assertThat(emits("{\"a\":123456789012345678901}").isMetBy(emitted("{\"a\":123456789012345678900}")))
                .isFalse();
        assertThat(emits("{\"a\":0.12345678901234567891}").isMetBy(emitted("{\"a\":0.1234567890123456}")))
                .isFalse();
    }

    @Test
    void an_output_metadata_or_data_of_another_kind_differs() {
        var expected = emits("{}");

        assertThat(expected.isMetBy(emitted("[]"))).isFalse();
        assertThat(expected.isMetBy(new Verdict.Reject("{}"))).isFalse();
        assertThat(expected.isMetBy(new Verdict.Emit(List.of(new Emission("outbox", Map.of(), Optional.empty())))))
                .isFalse();
        assertThat(expected.isMetBy(emission("elsewhere", Map.of(), "{}"))).isFalse();
        assertThat(expected.isMetBy(emission("outbox", Map.of("blobName", "1"), "{}")))
                .isFalse();
    }

    @Test
    void a_module_may_have_a_name_and_a_version_of_its_own() {
        var expected = emits("{" + AUTHOR + "}");

        assertThat(expected.isMetBy(emitted("{\"module\":{\"name\":\"mine\",\"version\":\"0.1\"}}")))
                .isTrue();
    }

    @Test
    void a_module_must_say_its_name_and_version() {
        var expected = emits("{" + AUTHOR + "}");

        assertThat(expected.isMetBy(emitted("{}"))).isFalse();
        assertThat(expected.isMetBy(emitted("{\"module\":\"mine\"}"))).isFalse();
        assertThat(expected.isMetBy(emitted("{\"module\":{\"name\":\"mine\"}}")))
                .isFalse();
        assertThat(expected.isMetBy(emitted("{\"module\":{\"name\":\"\",\"version\":\"1\"}}")))
                .isFalse();
        assertThat(expected.isMetBy(emitted("{\"module\":{\"name\":\"mine\",\"version\":1}}")))
                .isFalse();
    }

    @Test
    void a_reason_is_compared_letter_for_letter_or_by_its_start() {
        assertThat(new Expected.RejectsWith("no items").isMetBy(new Verdict.Reject("no items")))
                .isTrue();
        assertThat(new Expected.RejectsWith("no items").isMetBy(new Verdict.Reject("no items!")))
                .isFalse();
        assertThat(new Expected.RejectsStartingWith("not JSON: ").isMetBy(new Verdict.Reject("not JSON: ?")))
                .isTrue();
        assertThat(new Expected.RejectsStartingWith("not JSON: ").isMetBy(new Verdict.Reject("no JSON")))
                .isFalse();
        assertThat(new Expected.RejectsStartingWith("{").isMetBy(emitted("{}"))).isFalse();
    }

    @Test
    void what_is_expected_reads_like_a_verdict() {
        assertThat(new Expected.RejectsWith("was \"Foo\"")).hasToString("{\"reject\":\"was \\\"Foo\\\"\"}");
        assertThat(new Expected.RejectsStartingWith("not JSON: ")).hasToString("{\"reject\":\"not JSON: ...\"}");
        assertThat(new Expected.AnyVerdict()).hasToString("any verdict");
    }

    private static Expected emits(String data) {
        try {
            return new Expected.Emits(VerdictJson.JSON.readTree("""
                    {"emit":[{"to":"outbox","metadata":{},"data":%s}]}""".formatted(data)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Verdict emitted(String data) {
        return emission("outbox", Map.of(), data);
    }

    private static Verdict emission(String output, Map<String, String> metadata, String data) {
        return new Verdict.Emit(List.of(new Emission(output, metadata, Optional.of(data.getBytes(UTF_8)))));
    }
}
