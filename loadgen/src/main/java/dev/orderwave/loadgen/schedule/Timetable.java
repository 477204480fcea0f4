package dev.orderwave.loadgen.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// When each order of a data set is due, to the millisecond. Due times never fall from one order to the next.
public final class Timetable {

    private final long[] dueMillis;

    private Timetable(long[] dueMillis) {
        this.dueMillis = dueMillis;
    }

    /// @param start when the first phase begins
    public static Timetable of(Instant start, Shape shape, int orders) {
        var due = new long[orders];
        double startMillis = start.truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
        double phaseStart = 0;
        int index = 0;
        while (index < orders) {
            for (var phase : shape.phases()) {
                int count = Math.min(phase.orders(), orders - index);
                for (int ofPhase = 0; ofPhase < count; ofPhase++) {
                    due[index++] = Math.round(startMillis + 1000 * (phaseStart + phase.due(ofPhase)));
                }
                phaseStart += phase.seconds();
            }
        }
        return new Timetable(due);
    }

    public int size() {
        return dueMillis.length;
    }

    /// @param index of the order in the data set, from 0
    public Instant due(int index) {
        return Instant.ofEpochMilli(dueMillis[index]);
    }

    public Instant first() {
        return due(0);
    }

    public Instant last() {
        return due(size() - 1);
    }

    /// From the first due time to the last.
    public Duration length() {
        return Duration.between(first(), last());
    }

    /// How many orders are due at a moment or were before.
    public int dueBy(Instant moment) {
        int low = 0;
        int high = dueMillis.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dueMillis[middle] <= moment.toEpochMilli()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
