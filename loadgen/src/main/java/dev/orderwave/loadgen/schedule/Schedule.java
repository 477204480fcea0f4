package dev.orderwave.loadgen.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.Manifest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Which data set is due when, and on which queue. Every machine that reads it knows each order's due time.
///
/// @param id which messages are of this schedule: each carries it as its property `schedule`
/// @param start when the shape's first phase begins; whole milliseconds
public record Schedule(String id, String queue, Instant start, Shape shape, Manifest dataSet) {

    public Schedule {
        start = start.truncatedTo(ChronoUnit.MILLIS);
    }

    /// A new one, with an id of its own.
    public static Schedule of(String queue, Instant start, Shape shape, Manifest dataSet) {
        return new Schedule(UUID.randomUUID().toString(), queue, start, shape, dataSet);
    }

    @JsonIgnore
    public Timetable timetable() {
        return Timetable.of(start, shape, dataSet.count());
    }

    /// When each order is due, by its id.
    ///
    /// @throws ScheduleException if it is the schedule of another data set
    public DueTimes dueTimes(DataSet orders) {
        if (!orders.manifest().equals(dataSet)) {
            throw new ScheduleException(
                    "what was scheduled is not the stored data set, which was generated since: run \"loadgen schedule\"");
        }
        return DueTimes.of(orders, timetable());
    }
}
