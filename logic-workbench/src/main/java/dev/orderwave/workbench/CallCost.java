package dev.orderwave.workbench;

import dev.orderwave.wasm.Guest;
import java.time.Duration;
import java.util.stream.LongStream;

/// How long calls took, each with its own instance.
///
/// @param calls how many were measured
/// @param median half of them took at most this
/// @param p99 99 of 100 took at most this
record CallCost(int calls, Duration median, Duration p99) {

    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    /// Calls the guest this often, or for a second if that is shorter.
    static CallCost measure(Guest guest, byte[] message, int calls) {
        var end = System.nanoTime() + LONGEST_NANOS;
        var nanos = LongStream.generate(() -> nanosOf(guest, message))
                .limit(calls)
                .takeWhile(_ -> System.nanoTime() < end)
                .sorted()
                .toArray();
        return new CallCost(nanos.length, percentile(nanos, 50), percentile(nanos, 99));
    }

    private static long nanosOf(Guest guest, byte[] message) {
        var start = System.nanoTime();
        guest.handle(message);
        return System.nanoTime() - start;
    }

    private static Duration percentile(long[] sorted, int percent) {
        return Duration.ofNanos(sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100]);
    }
}
