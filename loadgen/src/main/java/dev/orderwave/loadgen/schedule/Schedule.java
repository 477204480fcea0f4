package dev.orderwave.loadgen.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.Manifest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/// Which data set is due when, and on which queue. Every machine that reads it knows each order's due time.
///
/// @param start when the shape's first phase begins; whole milliseconds
public record Schedule(String queue, Instant start, Shape shape, Manifest dataSet) {

    public Schedule {
        start = start.truncatedTo(ChronoUnit.MILLIS);
    }

    @JsonIgnore
    public Timetable timetable() {
        return Timetable.of(start, shape, dataSet.count());
    }

    /// When each order is due, by its id.
    ///
    /// @param orders the data set that was scheduled
    public DueTimes dueTimes(DataSet orders) {
        var timetable = timetable();
        return DueTimes.of(
                IntStream.range(0, orders.size()).map(orders::orderId),
                orderId -> timetable.due(orders.indexOf(orderId).orElseThrow()).toEpochMilli());
    }
}
