package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.loadgen.result.Figure;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSummaryTest {

    @Test
    void a_program_reads_the_medians_and_their_spread() throws IOException {
        var run = ExampleRuns.node();

        var json = summary(new Comparison(List.of(ExampleRuns.orderwave(), run)));

        var seconds = Figure.SECONDS.of(run).orElseThrow();
        assertThat(json.get("sameLoad").asBoolean()).isTrue();
        assertThat(json.at("/runs/1/name").asText()).isEqualTo("node");
        assertThat(json.at("/runs/1/figures/seconds/median").asDouble()).isEqualTo(seconds.median());
        assertThat(json.at("/runs/1/figures/seconds/least").asDouble()).isEqualTo(seconds.least());
        assertThat(json.at("/runs/1/toFirst/seconds").asDouble()).isBetween(0.8, 1.0);
        assertThat(json.at("/runs/1/outcomes/intact").asLong()).isEqualTo(50_000);
    }

    @Test
    void what_no_run_knows_is_left_out() throws IOException {
        var json = summary(new Comparison(List.of(ExampleRuns.remote())));

        assertThat(json.at("/runs/0/figures").has("orders_per_second")).isTrue();
        assertThat(json.at("/runs/0/figures").has("cpu")).isFalse();
    }

    private static JsonNode summary(Comparison comparison) throws IOException {
        return new JsonMapper().readTree(JsonSummary.of(comparison));
    }
}
