package dev.orderwave.loadgen.report;

import java.util.List;
import java.util.stream.DoubleStream;

/// Where the values from zero to `max` lie between two coordinates.
record Scale(double max, double from, double to) {

    private static final List<Double> STEPS = List.of(1.0, 2.0, 2.5, 5.0, 10.0);

    Scale {
        if (!(max > 0)) {
            throw new IllegalArgumentException("a scale needs a maximum above zero, was " + max);
        }
    }

    double at(double value) {
        return from + (to - from) * Math.clamp(value, 0, max) / max;
    }

    /// Round values from zero on, about `count` of them.
    List<Double> ticks(int count) {
        double step = step(max, count);
        return DoubleStream.iterate(0, tick -> tick <= max * 1.0001, tick -> tick + step)
                .boxed()
                .toList();
    }

    /// The smallest round number that divides `max` into at most `count` parts.
    static double step(double max, int count) {
        double rough = max / count;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return STEPS.stream()
                .filter(step -> step * power >= rough * 0.9999)
                .findFirst()
                .map(step -> step * power)
                .orElse(10 * power);
    }
}
