package dev.orderwave.loadgen.serve;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.dataset.Manifest;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.Phase;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.RecordedScheduler;
import dev.orderwave.loadgen.schedule.Schedule;
import dev.orderwave.loadgen.schedule.Shape;
import dev.orderwave.loadgen.trace.OrderTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The stored data set and its way into the queue. One request at a time: two that store or schedule at once would
/// mix their orders.
class TestData {
    private final DataSetStore store;
    private final RecordedScheduler scheduler;
    private final OrderTraces traces;
    private final String queue;
    private final ReentrantLock lock = new ReentrantLock();

    TestData(BlobStorage storage, ServiceBus bus, String queue, OrderTraces traces) {
        this.store = new DataSetStore(storage);
        this.scheduler = new RecordedScheduler(bus, storage, traces);
        this.traces = traces;
        this.queue = queue;
    }

    /// Tells what is left to be told of traces.
    void close() {
        traces.close();
    }

    Manifest store(int count, long seed) {
        return alone(() -> store.save(OrderGenerator.seeded(seed), count));
    }

    LoadResource.Scheduled schedule(Duration delay) {
        return alone(() -> {
            var dataSet = store.load();
            var burst = Shape.of(new Phase.Burst(dataSet.size()));
            var schedule = Schedule.of(queue, Instant.now().plus(delay), burst, dataSet.manifest());
            var wave = scheduler.schedule(dataSet, schedule, Progress.SILENT);
            return new LoadResource.Scheduled(wave.orders(), wave.due());
        });
    }

    private <T> T alone(Supplier<T> work) {
        if (!lock.tryLock()) {
            throw new BusyException();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
