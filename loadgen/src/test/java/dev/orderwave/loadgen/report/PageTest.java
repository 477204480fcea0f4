package dev.orderwave.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Load;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void the_page_needs_nothing_from_elsewhere() {
        assertThat(Page.of(new Comparison(List.of(ExampleRuns.orderwave()))))
                .doesNotContain("http:", "https:", "url(", "@import", "<script", "<link", "src=");
    }

    @Test
    void equal_runs_make_an_equal_page() {
        var comparison = new Comparison(List.of(ExampleRuns.orderwave(), ExampleRuns.node()));

        assertThat(Page.of(comparison))
                .isEqualTo(Page.of(new Comparison(List.of(ExampleRuns.orderwave(), ExampleRuns.node()))));
    }

    @Test
    void a_name_is_text_and_never_markup() {
        var page = Page.of(new Comparison(List.of(ExampleRuns.named("<script>alert('\"&')</script>"))));

        assertThat(page)
                .contains("&lt;script&gt;alert('&quot;&amp;')&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void orders_that_went_wrong_are_counted_and_named() {
        var page = Page.of(new Comparison(List.of(ExampleRuns.unclean())));

        assertThat(page)
                .contains("Not every order became its blob in time", "order 17: no blob and no rejection")
                .doesNotContain("Every order became its blob<");
    }

    @Test
    void runs_of_different_loads_are_not_passed_off_as_comparable() {
        var other = ExampleRuns.with(ExampleRuns.node(), new Load(10_000, 43, "0ther", "burst"));

        assertThat(Page.of(new Comparison(List.of(ExampleRuns.orderwave(), other))))
                .contains("not given the same load");
    }

    @Test
    void a_run_whose_processes_are_elsewhere_has_no_table_of_them() {
        assertThat(Page.of(new Comparison(List.of(ExampleRuns.remote())))).doesNotContain("Processes");
    }

    @Test
    void a_run_of_one_cycle_has_figures_and_neither_median_nor_ends() {
        var run = ExampleRuns.orderwave();

        assertThat(Page.of(new Comparison(
                        List.of(ExampleRuns.with(run, List.of(run.cycles().getFirst()))))))
                .contains("one cycle")
                .doesNotContain("median of the cycles")
                .doesNotContainPattern("class=\"ends\">[^<]");
    }

    @Test
    void a_run_where_nothing_arrived_is_drawn_all_the_same() {
        assertThat(Page.of(new Comparison(List.of(ExampleRuns.nothingArrived()))))
                .contains("Not every order became its blob in time")
                .doesNotContain("NaN", "Infinity");
    }
}
