package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Run;

/// A figure of a run on a line from zero on: a bar to the median, a dot for each cycle.
record Strip(double max) {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 10;
    private static final double MARGIN = 3;

    Element draw(Run run, Figure figure) {
        var svg = Element.of("svg", "strip").with("viewBox", "0 0 120 10").with("aria-hidden", "true");
        if (max <= 0) {
            return svg;
        }
        var scale = new Scale(max, MARGIN, WIDTH - MARGIN);
        figure.of(run).ifPresent(spread -> svg.add(bar(scale, spread.median())));
        for (var cycle : run.cycles()) {
            figure.of(cycle).ifPresent(value -> svg.add(dot(scale, value)));
        }
        return svg;
    }

    private static Element bar(Scale scale, double median) {
        return Element.of("rect", "median")
                .with("x", MARGIN)
                .with("y", 3)
                .with("width", scale.at(median) - MARGIN)
                .with("height", 4);
    }

    private static Element dot(Scale scale, double value) {
        return Element.of("circle", "cycle")
                .with("cx", scale.at(value))
                .with("cy", HEIGHT / 2)
                .with("r", 2)
                .add(Element.of("title").text(Digits.significant(value)));
    }
}
