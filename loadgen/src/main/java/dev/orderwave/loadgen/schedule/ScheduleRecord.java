package dev.orderwave.loadgen.schedule;

/// A schedule as it is recorded, and how far it was carried out.
///
/// Orders are sent in the sequence of the data set, and the record runs ahead of what is sent: those before `accepted`
/// are on the queue, those from `underWay` on are not, and of those between nobody knows before the queue is looked at.
///
/// @param accepted so many orders the queue has accepted for certain
/// @param underWay so many orders may have been sent
public record ScheduleRecord(Schedule schedule, State state, int accepted, int underWay) {

    /// Before the first order is sent.
    static ScheduleRecord first(Schedule schedule) {
        return new ScheduleRecord(
                schedule,
                State.OPEN,
                0,
                Math.min(Execution.WINDOW, schedule.dataSet().count()));
    }

    /// All that was under way is accepted.
    ScheduleRecord next() {
        int count = schedule.dataSet().count();
        return new ScheduleRecord(
                schedule,
                underWay == count ? State.DONE : State.OPEN,
                underWay,
                Math.min(underWay + Execution.WINDOW, count));
    }

    ScheduleRecord cancelled() {
        return new ScheduleRecord(schedule, State.CANCELLED, accepted, underWay);
    }

    /// How a schedule stands.
    public enum State {
        /// Being carried out, or interrupted.
        OPEN,
        /// Every order was accepted.
        DONE,
        /// What was not due when it was cancelled never comes.
        CANCELLED
    }
}
