package dev.orderwave.processor.lineup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictComparisonTest {
    private static final Map<String, String> METADATA = Map.of("blobName", "7");

    @Test
    void documents_are_compared_by_what_they_say_not_by_how_they_are_written() {
        assertThat(same(emit("{\"a\":1,\"b\":[2]}"), emit("{ \"b\": [2], \"a\": 1 }")))
                .isTrue();
        assertThat(same(emit("{\"a\":1}"), emit("{\"a\":2}"))).isFalse();
        assertThat(same(emit("[1]"), emit("[1]"))).isTrue();
    }

    @Test
    void which_module_made_a_document_does_not_count() {
        assertThat(same(
                        emit("{\"a\":1,\"module\":{\"name\":\"x\",\"version\":\"1\"}}"),
                        emit("{\"a\":1,\"module\":{\"name\":\"y\",\"version\":\"2\"}}")))
                .isTrue();
    }

    @Test
    void where_something_goes_and_with_which_metadata_counts() {
        var one = new Emission("express", METADATA, Optional.empty());

        assertThat(same(emit(one), emit(one))).isTrue();
        assertThat(same(emit(one), emit(new Emission("standard", METADATA, Optional.empty()))))
                .isFalse();
        assertThat(same(emit(one), emit(new Emission("express", Map.of(), Optional.empty()))))
                .isFalse();
        assertThat(same(emit(one), emit(one, one))).isFalse();
        assertThat(same(emit(one), emit("{}"))).isFalse();
    }

    @Test
    void two_rejections_are_the_same_whatever_their_words() {
        assertThat(same(new Verdict.Reject("too late"), new Verdict.Reject("late")))
                .isTrue();
        assertThat(same(new Verdict.Reject("too late"), emit("{}"))).isFalse();
        assertThat(same(emit("{}"), new Verdict.Reject("too late"))).isFalse();
    }

    private static boolean same(Verdict one, Verdict other) {
        return VerdictComparison.isSame(one, other);
    }

    private static Verdict emit(String data) {
        return emit(new Emission("outbox", METADATA, Optional.of(data.getBytes(UTF_8))));
    }

    private static Verdict emit(Emission... emissions) {
        return new Verdict.Emit(List.copyOf(Arrays.asList(emissions)));
    }
}
