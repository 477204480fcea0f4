package dev.orderwave.loadgen.report;

import java.util.ArrayList;
import java.util.List;

/// The frame of a drawing: two axes with their ticks, and room for shapes between them.
///
/// All plots of a row have equal scales, so that runs compare by eye. Colors are the style sheet's.
final class Plot {

    static final double LEFT = 34;

    private static final double RIGHT = 7;
    private static final double TOP = 6;
    private static final double BOTTOM = 15;
    private static final int TICKS = 4;

    private final double width;
    private final double height;
    private final Scale x;
    private final Scale y;
    private final List<Element> shapes = new ArrayList<>();

    Plot(double width, double height, double maxX, double maxY) {
        this.width = width;
        this.height = height;
        this.x = new Scale(maxX, LEFT, width - RIGHT);
        this.y = new Scale(maxY, height - BOTTOM, TOP);
    }

    void line(String style, List<Point> points) {
        if (!points.isEmpty()) {
            shapes.add(Element.of("path", "line " + style).with("d", path(points)));
        }
    }

    /// The space between two lines with the same x.
    void area(String style, List<Point> upper, List<Point> lower) {
        if (!upper.isEmpty()) {
            shapes.add(Element.of("path", "area " + style)
                    .with("d", path(upper) + path(lower.reversed()).replaceFirst("M", "L") + "Z"));
        }
    }

    void bar(String style, double fromX, double toX, double fromY, double toY, String hint) {
        double gap = 0.5;
        shapes.add(Element.of("rect", "bar " + style)
                .with("x", x.at(fromX) + gap)
                .with("y", y.at(toY))
                .with("width", Math.max(x.at(toX) - x.at(fromX) - 2 * gap, gap))
                .with("height", y.at(fromY) - y.at(toY))
                .add(Element.of("title").text(hint)));
    }

    /// A mark from top to bottom.
    void mark(double value, String hint) {
        shapes.add(Element.of("line", "mark")
                .with("x1", x.at(value))
                .with("x2", x.at(value))
                .with("y1", TOP)
                .with("y2", height - BOTTOM)
                .add(Element.of("title").text(hint)));
    }

    /// @param description read aloud to those who do not see it
    Element draw(String description) {
        return Element.of("svg")
                .with("viewBox", "0 0 %s %s".formatted(Digits.plain(width), Digits.plain(height)))
                .with("role", "img")
                .with("aria-label", description)
                .addAll(grid())
                .addAll(shapes);
    }

    private List<Element> grid() {
        var grid = new ArrayList<Element>();
        for (double tick : y.ticks(TICKS)) {
            grid.add(Element.of("line", "grid")
                    .with("x1", LEFT)
                    .with("x2", width - RIGHT)
                    .with("y1", y.at(tick))
                    .with("y2", y.at(tick)));
            grid.add(Element.of("text", "tick-y")
                    .with("x", LEFT - 4)
                    .with("y", y.at(tick) + 3)
                    .text(Digits.tick(tick)));
        }
        var ticks = x.ticks(2 * TICKS);
        for (double tick : ticks) {
            var unit = tick == ticks.getLast() ? " s" : "";
            grid.add(Element.of("text", "tick-x")
                    .with("x", x.at(tick))
                    .with("y", height - 3)
                    .text(Digits.tick(tick) + unit));
        }
        return grid;
    }

    private String path(List<Point> points) {
        var path = new StringBuilder();
        for (var point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(Digits.coordinate(x.at(point.x())))
                    .append(' ')
                    .append(Digits.coordinate(y.at(point.y())));
        }
        return path.toString();
    }
}
