package dev.orderwave.loadgen.schedule;

import dev.orderwave.loadgen.dataset.DataSet;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// When each order of a wave is due, by its id. Needs no order in memory.
public final class DueTimes {

    /// Rising, as in the timetable.
    private final int[] orderIds;

    private final Timetable timetable;

    private DueTimes(int[] orderIds, Timetable timetable) {
        this.orderIds = orderIds;
        this.timetable = timetable;
    }

    /// @throws IllegalArgumentException if the timetable is one of more or fewer orders
    public static DueTimes of(DataSet dataSet, Timetable timetable) {
        if (dataSet.size() != timetable.size()) {
            throw new IllegalArgumentException(
                    "a timetable of %d is none of %d orders".formatted(timetable.size(), dataSet.size()));
        }
        return new DueTimes(
                IntStream.range(0, dataSet.size()).map(dataSet::orderId).toArray(), timetable);
    }

    /// All at the same moment.
    public static DueTimes together(DataSet dataSet, Instant due) {
        return of(dataSet, Timetable.of(due, Shape.of(new Phase.Burst(dataSet.size())), dataSet.size()));
    }

    public Timetable timetable() {
        return timetable;
    }

    /// Empty if the order is not of this wave.
    public Optional<Instant> of(int orderId) {
        int index = Arrays.binarySearch(orderIds, orderId);
        return index < 0 ? Optional.empty() : Optional.of(timetable.due(index));
    }
}
