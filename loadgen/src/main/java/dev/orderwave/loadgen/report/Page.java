package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Run;
import java.util.List;
import java.util.function.Function;

/// The page of one or more runs.
///
/// It is drawn for the width of an A4 page; a screen shows the same drawings larger.
public final class Page {

    /// As many runs have room side by side.
    public static final int MOST_RUNS = 4;

    private static final double WIDTH = 720;
    private static final double GAP = 20;

    private final Comparison comparison;

    private Page(Comparison comparison) {
        this.comparison = comparison;
    }

    public static String of(Comparison comparison) {
        var page = new Page(comparison);
        return new HtmlPage(page.title(), "", page.body()).toString();
    }

    private Element body() {
        var introduction = new Introduction(comparison);
        var outcomes = new OutcomeTable(comparison.runs());
        var body = Element.of("body")
                .with("class", "of-" + comparison.runs().size())
                .add(introduction.draw(title()))
                .add(section("").add(new KeyFigures(comparison).draw()))
                .add(section("").add(outcomes.draw()).addAll(outcomes.findings()));
        charts().forEach(chart -> body.add(draw(chart)));
        if (comparison.figures().contains(Figure.CPU)) {
            body.add(processes());
        }
        return body.add(introduction.environment());
    }

    private List<Chart> charts() {
        return List.of(new StagesChart(comparison), new LatencyChart(comparison), new BacklogChart(comparison));
    }

    private Element draw(Chart chart) {
        var heading = Element.of("header").add(Element.of("h2").text(chart.title()));
        for (var key : chart.keys()) {
            heading.add(
                    Element.of("span", "key").add(Element.of("i", key.style())).text(key.text()));
        }
        return Element.of("section")
                .add(heading)
                .add(perRun(run -> figure(run, chart.caption(run)).add(chart.draw(run, width()))));
    }

    private Element processes() {
        var table = new ProcessTable(comparison);
        return section("Processes").add(perRun(run -> figure(run, "").add(table.draw(run))));
    }

    private Element perRun(Function<Run, Element> figure) {
        return Element.of("div", "runs")
                .addAll(comparison.runs().stream().map(figure).toList());
    }

    private static Element figure(Run run, String caption) {
        return Element.of("figure")
                .add(Element.of("figcaption")
                        .add(Element.of("b").text(run.name()))
                        .add(Element.of("span").text(caption)));
    }

    private static Element section(String title) {
        var section = Element.of("section");
        return title.isEmpty()
                ? section
                : section.add(Element.of("header").add(Element.of("h2").text(title)));
    }

    private double width() {
        int runs = comparison.runs().size();
        return (WIDTH - GAP * (runs - 1)) / runs;
    }

    private String title() {
        var names = comparison.runs().stream().map(Run::name).toList();
        var others = String.join(", ", names.subList(1, names.size()));
        return others.isEmpty() ? names.getFirst() : names.getFirst() + " beside " + others;
    }
}
