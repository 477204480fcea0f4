package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.Spread;

/// The figures as a table: a row each, per run the median, the ends, and every cycle as a dot on a common scale.
record KeyFigures(Comparison comparison) {

    Element draw() {
        var table = Element.of("table", "key-figures").add(head());
        comparison.figures().forEach(figure -> table.add(row(figure)));
        return table;
    }

    private Element head() {
        var head = Element.of("tr")
                .add(Element.of("th")
                        .with("scope", "col")
                        .text(hasOneCycleEach() ? "one cycle" : "median of the cycles"));
        for (var run : comparison.runs()) {
            head.add(Element.of("th", "run").with("scope", "col").text(run.name()));
        }
        return Element.of("thead").add(head);
    }

    private Element row(Figure figure) {
        var row = Element.of("tr").add(Element.of("th").with("scope", "row").text(figure.title()));
        comparison.runs().forEach(run -> row.add(cell(run, figure)));
        return row;
    }

    private Element cell(Run run, Figure figure) {
        var spread = figure.of(run);
        var parts = Element.of("div")
                .add(part(
                        "figure",
                        spread.map(value -> Digits.significant(value.median())).orElse("–")))
                .add(part(
                        "ends",
                        run.cycles().size() == 1
                                ? ""
                                : spread.map(KeyFigures::ends).orElse("")))
                .add(part("ratio", isFirst(run) ? "" : times(run, figure)))
                .add(strip(run, figure));
        return Element.of("td").add(parts);
    }

    private static Element part(String style, String text) {
        return Element.of("span", style).text(text);
    }

    private static String ends(Spread spread) {
        return Digits.significant(spread.least()) + "–" + Digits.significant(spread.most());
    }

    private String times(Run run, Figure figure) {
        return comparison
                .ratio(run, figure)
                .map(ratio -> "×" + Digits.grouped(ratio, 2))
                .orElse("");
    }

    private Element strip(Run run, Figure figure) {
        double max =
                comparison.cycles().flatMap(cycle -> figure.of(cycle).stream()).reduce(0.0, Math::max);
        return new Strip(max).draw(run, figure);
    }

    private boolean hasOneCycleEach() {
        return comparison.runs().stream().allMatch(run -> run.cycles().size() == 1);
    }

    private boolean isFirst(Run run) {
        return run == comparison.runs().getFirst();
    }
}
