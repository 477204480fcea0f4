package dev.orderwave.loadgen.latency;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobContainer;
import dev.orderwave.azure.ClockReading;
import dev.orderwave.azure.QueueCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The clocks that a latency depends on: the bus releases an order by its own, storage dates the blob by its own.
///
/// @param bus,storage how far they are ahead of this machine's
public record Clocks(ClockOffset bus, ClockOffset storage) {

    /// Together they meet the turn of a second to a tenth.
    private static final int READINGS = 10;

    private static final Duration APART = Duration.ofMillis(100);

    /// All the same.
    public static final Clocks AGREEING = new Clocks(ClockOffset.NONE, ClockOffset.NONE);

    /// Takes a second.
    ///
    /// @throws AzureException if one of them does not answer
    public static Clocks measure(QueueCounter bus, String queue, BlobContainer container) {
        var readings = readings(() -> List.of(bus.readClock(queue), container.readClock()));
        return new Clocks(offset(readings, 0), offset(readings, 1));
    }

    /// For want of the bus's clock, this machine's is taken for it.
    ///
    /// @throws AzureException if storage does not answer
    public static Clocks measure(BlobContainer container) {
        return new Clocks(ClockOffset.NONE, offset(readings(() -> List.of(container.readClock())), 0));
    }

    private static List<List<ClockReading>> readings(Supplier<List<ClockReading>> clocks) {
        return Stream.generate(() -> {
                    LockSupport.parkNanos(APART.toNanos());
                    return clocks.get();
                })
                .limit(READINGS)
                .toList();
    }

    private static ClockOffset offset(List<List<ClockReading>> readings, int clock) {
        return ClockOffset.of(readings.stream().map(each -> each.get(clock)).toList());
    }

    /// The moment by the bus's clock.
    public Instant now() {
        return Instant.now().plus(bus.likely());
    }

    /// When something that storage dated happened, by the bus's clock.
    public Instant byBus(Instant byStorage) {
        return byStorage.minus(skew().likely());
    }

    /// How far storage's clock is ahead of the bus's.
    public ClockOffset skew() {
        return storage.minus(bus);
    }

    /// How wrong a latency may be because of the clocks.
    public Duration doubt() {
        return skew().doubt();
    }

    @Override
    public String toString() {
        return "ahead of this machine's: %s, storage's %s; %s"
                .formatted(
                        bus.equals(ClockOffset.NONE)
                                ? "the bus's not asked, so taken for the same"
                                : "the bus's " + bus,
                        storage,
                        skew().likely().isZero()
                                ? "they agree within %.2f s".formatted(seconds(doubt()))
                                : "they differ, and %+.2f s are taken off latencies, give or take %.2f s"
                                        .formatted(seconds(skew().likely()), seconds(doubt())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
