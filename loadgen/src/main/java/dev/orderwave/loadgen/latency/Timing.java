package dev.orderwave.loadgen.latency;

import dev.orderwave.azure.BlobContainer.StoredBlob;
import dev.orderwave.loadgen.schedule.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When orders were due, by which clocks, and from when on they are late.
///
/// @param lateAfter how long after its due time an order may come; empty if any time is early enough
public record Timing(DueTimes due, Clocks clocks, Optional<Duration> lateAfter) {

    /// Storage tells no less.
    private static final Duration WHOLE_SECOND = Duration.ofSeconds(1);

    public Timing(DueTimes due, Clocks clocks) {
        this(due, clocks, Optional.empty());
    }

    /// By storage's clock: no blob of this wave was written before.
    public Instant start() {
        return due.timetable()
                .first()
                .plus(clocks.skew().likely())
                .minus(clocks.doubt())
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /// By the bus's clock: the end of the second in which the blob was first written for this wave; empty if it is an
    /// earlier wave's.
    public Optional<Instant> arrival(StoredBlob blob) {
        return blob.firstWritten(start()).map(this::arrival);
    }

    /// How long an order took at most: from its due time to the end of the second in which its blob was written.
    public Duration atMost(int orderId, Instant written) {
        return Duration.between(dueTime(orderId), arrival(written));
    }

    public Duration atLeast(int orderId, Instant written) {
        return atMost(orderId, written).minus(WHOLE_SECOND);
    }

    /// How much a latency may be overstated.
    public Duration resolution() {
        return WHOLE_SECOND.plus(clocks.doubt());
    }

    /// Whether it certainly was: what may be the error of measurement is no fault of an order.
    public boolean wasLate(int orderId, Instant written) {
        return lateAfter
                .filter(limit -> atLeast(orderId, written).minus(clocks.doubt()).compareTo(limit) > 0)
                .isPresent();
    }

    private Instant arrival(Instant written) {
        return clocks.byBus(written).plus(WHOLE_SECOND);
    }

    private Instant dueTime(int orderId) {
        return due.of(orderId).orElseThrow(() -> new IllegalArgumentException("order " + orderId + " was never due"));
    }
}
