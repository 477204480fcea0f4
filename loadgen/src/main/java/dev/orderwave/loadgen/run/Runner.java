package dev.orderwave.loadgen.run;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.ledger.Audit;
import dev.orderwave.ledger.Ledger;
import dev.orderwave.ledger.OrderIds;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.ThisMachine;
import dev.orderwave.loadgen.schedule.RecordedScheduler;
import dev.orderwave.loadgen.schedule.Schedule;
import dev.orderwave.loadgen.schedule.ScheduleException;
import dev.orderwave.loadgen.trace.OrderTraces;
import dev.orderwave.loadgen.verify.WaveVerifier;
import dev.orderwave.loadgen.watch.Watcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;

/// Runs cycle after cycle: generates a data set, schedules it, watches it until it is over, and reads every blob back.
///
/// Each cycle has orders of its own, with ids that no blob bears yet, so that nothing has to be deleted in between.
public final class Runner {
    private final ServiceBus bus;
    private final BlobStorage storage;
    private final Watcher watcher;
    private final OrderTraces traces;

    /// @param watcher sees the queue that the plans name
    public Runner(ServiceBus bus, BlobStorage storage, Watcher watcher, OrderTraces traces) {
        this.bus = bus;
        this.storage = storage;
        this.watcher = watcher;
        this.traces = traces;
    }

    /// @throws AzureException if storage or bus do not answer or refuse
    /// @throws ScheduleException if an earlier schedule is not over
    public Run run(Plan plan, Audience audience) {
        var startedAt = Instant.now();
        int firstOrderId = UnusedIds.first(storage);
        var cycles = new ArrayList<Cycle>();
        var sha256 = "";
        for (int number = 1; number <= plan.cycles(); number++) {
            audience.begins(number, plan);
            var dataSet = dataSet(plan, firstOrderId);
            sha256 = number == 1 ? dataSet.manifest().sha256() : sha256;
            var cycle = cycle(plan, dataSet, audience);
            cycles.add(cycle);
            audience.ended(cycle);
            firstOrderId = Math.addExact(firstOrderId, plan.orders());
        }
        return new Run(
                plan.name(),
                startedAt,
                ThisMachine.environment(bus.namespace() + ", " + storage.url()),
                plan.load(sha256),
                cycles);
    }

    private DataSet dataSet(Plan plan, int firstOrderId) {
        var store = new DataSetStore(storage);
        store.save(plan.generator().withFirstOrderId(firstOrderId), plan.orders());
        return store.load();
    }

    private Cycle cycle(Plan plan, DataSet dataSet, Audience audience) {
        var start = Instant.now().plus(plan.lead());
        var schedule = Schedule.of(plan.queue(), start, plan.shape(), dataSet.manifest());
        audience.scheduled(
                new RecordedScheduler(bus, storage, traces).schedule(dataSet, schedule, audience.scheduling()));
        var watched = watcher.watch(schedule.dueTimes(dataSet), audience::sees);
        audience.verifies();
        var timing = new Timing(watched.timing().due(), watched.timing().clocks(), plan.lateAfter());
        var verification = new WaveVerifier(storage).verify(dataSet.orders(), timing);
        return watched.cycle(verification, audit(dataSet));
    }

    private Audit audit(DataSet dataSet) {
        var ids = IntStream.range(0, dataSet.size()).mapToObj(dataSet::orderId).toList();
        return Ledger.of(bus, storage).audit(OrderIds.of(ids));
    }
}
