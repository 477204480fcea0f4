package dev.orderwave.loadgen.latency;

import dev.orderwave.azure.ClockReading;
import java.time.Duration;
import java.util.List;

/// How far one clock is ahead of another, between two bounds: a `Date` header has whole seconds, and takes time to
/// arrive.
///
/// @param least,most negative where the clock is behind
public record ClockOffset(Duration least, Duration most) {

    public static final ClockOffset NONE = new ClockOffset(Duration.ZERO, Duration.ZERO);

    public ClockOffset {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("an offset of %s to %s is none".formatted(least, most));
        }
    }

    /// What all readings agree on. Where they do not, because a clock was set meanwhile, the last one counts.
    static ClockOffset of(List<ClockReading> readings) {
        return readings.stream()
                .map(ClockOffset::of)
                .reduce((known, next) -> known.overlaps(next) ? known.and(next) : next)
                .orElseThrow(() -> new IllegalArgumentException("a clock that was not read has no offset"));
    }

    /// The clock said a second that had begun, and was not over, at some moment between question and answer.
    private static ClockOffset of(ClockReading reading) {
        return new ClockOffset(
                Duration.between(reading.answered(), reading.told()),
                Duration.between(reading.asked(), reading.told()).plusSeconds(1));
    }

    /// How far this clock is ahead of one that itself is ahead by `other`.
    ClockOffset minus(ClockOffset other) {
        return new ClockOffset(least.minus(other.most), most.minus(other.least));
    }

    /// What to take the offset for: nothing as long as the clocks may agree, else the middle of the bounds. So clocks
    /// that are right are not "corrected" by the error of the measurement.
    public Duration likely() {
        return mayBeNone() ? Duration.ZERO : least.plus(most).dividedBy(2);
    }

    /// How wrong [#likely()] may be.
    public Duration doubt() {
        var up = most.minus(likely());
        var down = likely().minus(least);
        return up.compareTo(down) > 0 ? up : down;
    }

    private boolean mayBeNone() {
        return !least.isPositive() && !most.isNegative();
    }

    private boolean overlaps(ClockOffset other) {
        return least.compareTo(other.most) <= 0 && other.least.compareTo(most) <= 0;
    }

    private ClockOffset and(ClockOffset other) {
        return new ClockOffset(
                least.compareTo(other.least) > 0 ? least : other.least,
                most.compareTo(other.most) < 0 ? most : other.most);
    }

    @Override
    public String toString() {
        return "%+.2f to %+.2f s".formatted(seconds(least), seconds(most));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
