package dev.orderwave.benchmarks.page;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.loadgen.report.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws bars that lie, each with its name before and its length behind it.
record BarChart(Bars bars) {
    private static final double WIDTH = 360;
    private static final double LEFT = 138;
    private static final double LONGEST = 170;
    private static final double ROW = 15;
    private static final double THICKNESS = 10;
    private static final double TEXT_GAP = 4;

    Element draw() {
        var figure = Element.of("figure", "bars")
                .add(Element.of("figcaption")
                        .add(Element.of("b").text(bars.title()))
                        .add(Element.of("span").text(bars.unit())));
        if (bars.pieces().size() > 1) {
            figure.add(keys());
        }
        return figure.add(drawing());
    }

    private Element keys() {
        var keys = Element.of("p");
        for (int piece = 0; piece < bars.pieces().size(); piece++) {
            keys.add(Element.of("span", "key")
                    .add(Element.of("i", "piece-" + piece))
                    .text(bars.pieces().get(piece)));
        }
        return keys;
    }

    private Element drawing() {
        var drawing = Element.of("svg")
                .with(
                        "viewBox",
                        "0 0 %.0f %.0f".formatted(WIDTH, ROW * bars.bars().size()))
                .with("role", "img")
                .with("aria-label", description());
        for (int row = 0; row < bars.bars().size(); row++) {
            drawing.addAll(row(bars.bars().get(row), row * ROW));
        }
        return drawing;
    }

    private List<Element> row(Bar bar, double y) {
        var baseline = y + THICKNESS - 1;
        var shapes = new ArrayList<Element>();
        shapes.add(Element.of("text", "tick-y")
                .with("x", LEFT - TEXT_GAP)
                .with("y", baseline)
                .text(bar.label()));
        var x = LEFT;
        for (int piece = 0; piece < bar.lengths().size(); piece++) {
            var length = bar.lengths().get(piece) * LONGEST / longest();
            shapes.add(Element.of("rect", "bar " + style(bar, piece))
                    .with("x", x)
                    .with("y", y)
                    .with("width", length)
                    .with("height", THICKNESS)
                    .add(Element.of("title")
                            .text("%s, %s: %s %s"
                                    .formatted(
                                            bar.label(),
                                            bars.pieces().get(piece),
                                            digits(bar.lengths().get(piece)),
                                            bars.unit()))));
            x += length;
        }
        shapes.add(
                Element.of("text").with("x", x + TEXT_GAP).with("y", baseline).text(digits(bar.total())));
        return shapes;
    }

    /// Where others are beside us, ours stand out.
    private String style(Bar bar, int piece) {
        var isOther = bars.bars().stream().anyMatch(BarChart::isOurs) && !isOurs(bar);
        return isOther ? "other" : "piece-" + piece;
    }

    private static boolean isOurs(Bar bar) {
        return bar.label().endsWith(Contestant.ORDERWAVE.label());
    }

    private double longest() {
        return Math.max(bars.bars().stream().mapToDouble(Bar::total).max().orElseThrow(), Double.MIN_NORMAL);
    }

    private String description() {
        var description = new StringBuilder(bars.title() + ", in " + bars.unit());
        bars.bars()
                .forEach(bar ->
                        description.append("; ").append(bar.label()).append(' ').append(digits(bar.total())));
        return description.toString();
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value >= 10 ? "%,.0f" : "%.2f", value);
    }
}
