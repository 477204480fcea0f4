package dev.orderwave.loadgen.schedule;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// When each order of a wave is due, to the millisecond. Twelve bytes per order, so that a large wave is watched in
/// little memory.
public final class DueTimes {

    /// Sorted; `millis` has the same order.
    private final int[] orderIds;

    private final long[] millis;

    /// All of `millis`, sorted.
    private final long[] moments;

    private DueTimes(int[] orderIds, long[] millis) {
        this.orderIds = orderIds;
        this.millis = millis;
        this.moments = millis.clone();
        Arrays.sort(moments);
    }

    /// @param millisOf when an order is due, in epoch milliseconds
    /// @throws IllegalArgumentException if there is no order
    public static DueTimes of(IntStream orderIds, IntToLongFunction millisOf) {
        var ids = orderIds.sorted().distinct().toArray();
        if (ids.length == 0) {
            throw new IllegalArgumentException("a wave needs at least one order");
        }
        return new DueTimes(
                ids, Arrays.stream(ids).mapToLong(millisOf::applyAsLong).toArray());
    }

    /// All at the same moment.
    public static DueTimes together(IntStream orderIds, Instant due) {
        return of(orderIds, orderId -> due.toEpochMilli());
    }

    /// How many orders the wave has.
    public int size() {
        return orderIds.length;
    }

    public Instant first() {
        return Instant.ofEpochMilli(moments[0]);
    }

    public Instant last() {
        return Instant.ofEpochMilli(moments[moments.length - 1]);
    }

    /// Empty if the order is not of this wave.
    public Optional<Instant> of(int orderId) {
        int index = Arrays.binarySearch(orderIds, orderId);
        return index < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis[index]));
    }

    /// How many orders were due at `moment` or before.
    public int by(Instant moment) {
        int low = 0;
        int high = moments.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments[middle] <= moment.toEpochMilli()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
