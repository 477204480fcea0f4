package dev.orderwave.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Goal;
import dev.orderwave.benchmarks.result.Machine;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Results;
import dev.orderwave.benchmarks.result.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchPageTest {
    @Test
    void the_page_needs_nothing_from_elsewhere() {
        assertThat(page("Node")).doesNotContain("http:", "https:", "url(", "@import", "<script", "<link", "src=");
    }

    @Test
    void goals_drawings_and_figures_are_on_it_with_what_they_were_measured_on() {
        assertThat(page("Node"))
                .contains("not reached", "a bar of ours", "./orderwave bench", "2 x a processor", "first to the last");
    }

    @Test
    void the_longest_bar_is_as_long_as_there_is_room_and_others_in_proportion() {
        assertThat(page("Node"))
                .contains("class=\"bar piece-0\" x=\"138\" y=\"0\" width=\"85\"")
                .contains("class=\"bar other\" x=\"138\" y=\"15\" width=\"170\"");
    }

    @Test
    void a_name_is_text_and_never_markup() {
        assertThat(page("<b>Node</b>")).contains("&lt;b&gt;Node").doesNotContain("<b>Node");
    }

    private static String page(String other) {
        var part = new Part(
                "start",
                "Cold start",
                "From the first to the last.",
                List.of(new Bars(
                        "a bar of ours",
                        "ms",
                        List.of("ms"),
                        List.of(new Bar("Orderwave", List.of(100.0)), new Bar(other, List.of(200.0))))),
                List.of(new Table("Starts", List.of("", "ms"), List.of(List.of("distributor", "100")))),
                List.of(new Goal("start, of Node's", 0.6, 0.5)),
                List.of(),
                List.of());
        var machine = new Machine(2, "a processor", 8, "Linux amd64", "25", "v20", "go1.26");
        return new BenchPage(new Results("2026-01-01", "./orderwave bench", machine, List.of(part)), Optional.empty())
                .toString();
    }
}
