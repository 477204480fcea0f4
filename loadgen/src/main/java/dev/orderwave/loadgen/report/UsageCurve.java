package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Sample.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a process used during a cycle, as curves over time.
record UsageCurve(List<Reading> readings) {

    static UsageCurve of(Cycle cycle, String process) {
        return new UsageCurve(cycle.samples().stream()
                .filter(sample -> sample.seconds() >= 0)
                .flatMap(sample -> Stream.ofNullable(sample.processes().get(process))
                        .map(usage -> new Reading(sample.seconds(), usage)))
                .toList());
    }

    /// In MB.
    List<Point> memory() {
        return readings.stream()
                .map(reading -> new Point(reading.seconds(), reading.usage().rssMb()))
                .toList();
    }

    /// How many processors it kept busy between one sample and the next.
    List<Point> processors() {
        var points = new ArrayList<Point>();
        for (int next = 1; next < readings.size(); next++) {
            var before = readings.get(next - 1);
            var after = readings.get(next);
            double elapsed = after.seconds() - before.seconds();
            if (elapsed > 0) {
                double cpu = after.usage().cpuSeconds() - before.usage().cpuSeconds();
                // A process that was started anew counts from zero again.
                points.add(new Point(after.seconds(), Math.max(cpu / elapsed, 0)));
            }
        }
        return points;
    }

    record Reading(double seconds, Usage usage) {}
}
