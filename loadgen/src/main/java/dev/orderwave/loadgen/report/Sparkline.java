package dev.orderwave.loadgen.report;

import java.util.ArrayList;
import java.util.List;

/// A curve as large as a word, without axes.
record Sparkline(double maxX, double maxY) {

    private static final double WIDTH = 70;
    private static final double HEIGHT = 10;

    Element draw(String style, List<Point> points) {
        var svg = Element.of("svg", "spark")
                .with("viewBox", "0 0 70 10")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true");
        if (points.isEmpty() || maxX <= 0 || maxY <= 0) {
            return svg;
        }
        var x = new Scale(maxX, 0.5, WIDTH - 0.5);
        var y = new Scale(maxY, HEIGHT - 0.5, 0.5);
        var curve = new ArrayList<String>();
        for (var point : points) {
            curve.add(Digits.coordinate(x.at(point.x())) + " " + Digits.coordinate(y.at(point.y())));
        }
        var floor = Digits.coordinate(HEIGHT - 0.5);
        var area = "M%s %sL%sL%s %sZ"
                .formatted(
                        Digits.coordinate(x.at(points.getFirst().x())),
                        floor,
                        String.join("L", curve),
                        Digits.coordinate(x.at(points.getLast().x())),
                        floor);
        return svg.add(Element.of("path", "area " + style).with("d", area))
                .add(Element.of("path", "line " + style).with("d", "M" + String.join("L", curve)));
    }
}
