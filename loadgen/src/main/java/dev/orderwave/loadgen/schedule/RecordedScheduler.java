package dev.orderwave.loadgen.schedule;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.schedule.QueuedOrders.QueuedOrder;
import dev.orderwave.loadgen.schedule.ScheduleRecord.State;
import dev.orderwave.loadgen.schedule.ScheduleStore.Entry;
import dev.orderwave.loadgen.trace.OrderTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Schedules a data set and keeps a record of it in storage, so that an interrupted run is gone on with, wherever, and
/// no order is scheduled twice; and so that what is not due can be taken back.
public final class RecordedScheduler {

    private final ServiceBus bus;
    private final ScheduleStore store;
    private final Settling settling;
    private final OrderTraces traces;

    public RecordedScheduler(ServiceBus bus, BlobStorage storage, OrderTraces traces) {
        this(bus, storage, Settling.TIME, traces);
    }

    RecordedScheduler(ServiceBus bus, BlobStorage storage, Duration settling, OrderTraces traces) {
        this.bus = bus;
        this.traces = traces;
        this.store = new ScheduleStore(storage);
        this.settling = new Settling(store, settling);
    }

    /// Returns when the queue has accepted every order. Faults on the way are got over.
    ///
    /// @throws ScheduleException if the schedule before is not over
    /// @throws AzureException if bus or storage do not answer or refuse; then [#resume] goes on
    public ScheduledWave schedule(DataSet dataSet, Schedule schedule, Progress progress) {
        var before = store.find();
        before.ifPresent(entry -> requireOver(entry.content()));
        var entry = store.replace(before.flatMap(Entry::tag), ScheduleRecord.first(schedule));
        return execution(dataSet, entry, progress).start();
    }

    /// Goes on with the recorded schedule, whose orders keep their due times.
    ///
    /// @param dataSet the one that was scheduled
    /// @throws ScheduleException if there is nothing to go on with, or it is too late for that
    public ScheduledWave resume(DataSet dataSet, Progress progress) {
        var entry = recorded();
        requireOpen(entry.content());
        requireSame(dataSet, entry.content().schedule());
        return execution(dataSet, entry, progress).resume();
    }

    /// Takes back every order of the recorded schedule that is not due yet.
    ///
    /// @throws ScheduleException if nothing was ever scheduled
    public Cancellation cancel() {
        var entry = recorded();
        var schedule = entry.content().schedule();
        // From here on a run that is still at it can go no further than its window.
        store.replace(entry.tag(), entry.content().cancelled());
        if (entry.content().state() == State.OPEN) {
            settling.await();
        }
        try (var sender = OrderSender.of(bus.sender(schedule.queue()), traces).reach()) {
            var cancelled = cancel(schedule, sender);
            return new Cancellation(cancelled, schedule.timetable().dueBy(Instant.now()));
        }
    }

    private int cancel(Schedule schedule, OrderSender sender) {
        long cancelled = 0;
        var waiting = notDue(schedule);
        while (!waiting.isEmpty()) {
            sender.cancel(waiting.stream().map(QueuedOrder::sequenceNumber).toList());
            var answered = Instant.now();
            var left = notDue(schedule);
            if (left.size() == waiting.size()) {
                throw new ScheduleException(
                        "queue %s keeps %,d orders that were cancelled: run \"loadgen cancel\" again"
                                .formatted(schedule.queue(), left.size()));
            }
            cancelled += waiting.stream()
                            .filter(order -> order.due().isAfter(answered))
                            .count()
                    - left.size();
            waiting = left;
        }
        return Math.toIntExact(cancelled);
    }

    private List<QueuedOrder> notDue(Schedule schedule) {
        return QueuedOrders.of(schedule, bus.queue(schedule.queue())).notDue();
    }

    private Execution execution(DataSet dataSet, Entry entry, Progress progress) {
        return new Execution(bus, store, settling, traces, dataSet, entry, progress);
    }

    private Entry recorded() {
        return store.find().orElseThrow(store::nothingScheduled);
    }

    private static void requireOver(ScheduleRecord before) {
        var last = before.schedule().timetable().last();
        if (before.state() == State.CANCELLED || last.isBefore(Instant.now())) {
            return;
        }
        throw new ScheduleException(
                before.state() == State.OPEN
                        ? "the last schedule was interrupted at %,d of %,d orders, which are due until %s: go on with \"loadgen schedule --resume\", or take it back with \"loadgen cancel\""
                                .formatted(
                                        before.accepted(),
                                        before.schedule().dataSet().count(),
                                        last)
                        : "orders of the last schedule are due until %s: wait for them, or take them back with \"loadgen cancel\""
                                .formatted(last));
    }

    private static void requireOpen(ScheduleRecord recorded) {
        if (recorded.state() != State.OPEN) {
            throw new ScheduleException(
                    recorded.state() == State.DONE
                            ? "every order of the last schedule was accepted: there is nothing to resume"
                            : "the last schedule was cancelled: schedule anew");
        }
    }

    private static void requireSame(DataSet dataSet, Schedule schedule) {
        if (!dataSet.manifest().equals(schedule.dataSet())) {
            throw new ScheduleException(
                    "the stored data set is another than the one that was being scheduled (%,d orders of seed %d): run \"loadgen cancel\", then schedule anew"
                            .formatted(
                                    schedule.dataSet().count(),
                                    schedule.dataSet().seed()));
        }
    }
}
