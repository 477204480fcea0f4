package dev.orderwave.loadgen.schedule;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.schedule.ScheduleRecord.State;
import dev.orderwave.loadgen.schedule.ScheduleStore.Entry;
import dev.orderwave.loadgen.trace.OrderTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A schedule that is being carried out: window after window of orders, each recorded before it is sent.
///
/// After an interruption only the recorded window is in doubt. None of its orders is due yet, or they
/// are not sent again; so every one that the queue accepted is still there to be seen, and those that
/// are not seen were never accepted.
final class Execution {

    /// Few enough for a short look back, enough to make the record a small part of the work.
    static final int WINDOW = 2_000;

    /// Faults that are got over before the user is asked to look after it.
    private static final int MOST_FAULTS = 5;

    /// By so much the clocks of bus and load may differ.
    private static final Duration CLOCKS_AGREE_WITHIN = Duration.ofSeconds(3);

    private final ServiceBus bus;
    private final ScheduleStore store;
    private final Settling settling;
    private final OrderTraces traces;
    private final DataSet dataSet;
    private final Schedule schedule;
    private final Timetable timetable;
    private final AcceptedCount count;
    private Entry entry;

    /// @param entry the record, which is written already
    Execution(
            ServiceBus bus,
            ScheduleStore store,
            Settling settling,
            OrderTraces traces,
            DataSet dataSet,
            Entry entry,
            Progress progress) {
        this.bus = bus;
        this.store = store;
        this.settling = settling;
        this.traces = traces;
        this.dataSet = dataSet;
        this.schedule = entry.content().schedule();
        this.timetable = schedule.timetable();
        this.count = new AcceptedCount(dataSet.size(), progress);
        this.entry = entry;
    }

    /// Goes on where another run was interrupted.
    ScheduledWave resume() {
        return carryOut(orderInDoubt());
    }

    /// Nothing was sent yet.
    ScheduledWave start() {
        return carryOut(new BitSet());
    }

    private ScheduledWave carryOut(BitSet accepted) {
        var there = accepted;
        for (int faults = 1; ; faults++) {
            var fault = attempt(there);
            if (fault.isEmpty()) {
                return new ScheduledWave(dataSet.size(), timetable.first(), Instant.now(), count.late());
            }
            if (faults == MOST_FAULTS) {
                throw fault.get();
            }
            there = orderInDoubt();
        }
    }

    /// @return what went wrong while orders were sent
    private Optional<AzureException> attempt(BitSet there) {
        try (var sender =
                OrderSender.of(bus.onceOnlySender(schedule.queue()), traces).reach()) {
            return send(sender, there);
        }
    }

    private Optional<AzureException> send(OrderSender sender, BitSet there) {
        while (entry.content().state() == State.OPEN) {
            var record = entry.content();
            var indexes = IntStream.range(record.accepted(), record.underWay()).filter(index -> !there.get(index));
            try {
                sender.send(dataSet, timetable, indexes, Map.of(OrderSender.SCHEDULE, schedule.id()), count);
            } catch (AzureException fault) {
                return Optional.of(fault);
            }
            entry = store.replace(entry.tag(), record.next());
        }
        return Optional.empty();
    }

    /// Of the window that is in doubt, what the queue has.
    private BitSet orderInDoubt() {
        entry = settling.settled(entry);
        var there = new BitSet(dataSet.size());
        QueuedOrders.of(schedule, bus.queue(schedule.queue()))
                .orders()
                .forEach(order -> dataSet.indexOf(order.orderId()).ifPresent(there::set));
        requireNotDue(there);
        var inDoubt = entry.content();
        count.startFrom(inDoubt.accepted()
                + there.get(inDoubt.accepted(), inDoubt.underWay()).cardinality());
        return there;
    }

    private void requireNotDue(BitSet there) {
        int missing = there.nextClearBit(entry.content().accepted());
        if (missing < entry.content().underWay()
                && timetable.due(missing).isBefore(Instant.now().plus(CLOCKS_AGREE_WITHIN))) {
            throw new ScheduleException(
                    ("order %d was due at %s, and whether the queue had it by then can no longer be told: run \"loadgen cancel\","
                                    + " then generate and schedule orders with other ids")
                            .formatted(dataSet.orderId(missing), timetable.due(missing)));
        }
    }
}
