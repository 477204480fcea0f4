package dev.orderwave.loadgen.watch;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.latency.Clocks;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.schedule.DueTimes;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import dev.orderwave.loadgen.verify.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Watches a wave until it is over. It only looks: no message is touched, no blob is read.
///
/// @param ingress the queue that the wave was scheduled on
/// @param interval from look to look
/// @param patience how long nothing may move while messages wait; then the wave is over, such as it is
/// @param pids processes of this machine whose cost is to be told, by name; asked anew at every look
public record Watcher(
        ServiceBus bus,
        BlobStorage storage,
        String ingress,
        Duration interval,
        Duration patience,
        Supplier<Map<String, Long>> pids) {

    /// Once a second; two minutes, which is longer than any lock; no processes.
    public static Watcher of(ServiceBus bus, BlobStorage storage) {
        return new Watcher(bus, storage, WaveScheduler.QUEUE, Duration.ofSeconds(1), Duration.ofMinutes(2), Map::of);
    }

    public Watcher onQueue(String queue) {
        return new Watcher(bus, storage, queue, interval, patience, pids);
    }

    public Watcher every(Duration time) {
        return new Watcher(bus, storage, ingress, time, patience, pids);
    }

    public Watcher withPatience(Duration time) {
        return new Watcher(bus, storage, ingress, interval, time, pids);
    }

    public Watcher withProcesses(Supplier<Map<String, Long>> processes) {
        return new Watcher(bus, storage, ingress, interval, patience, processes);
    }

    /// Returns when the wave is over. To be called before the wave is due: what was dead-lettered, and what processes
    /// used, is counted from now on.
    ///
    /// @param audience is shown every look
    /// @throws AzureException if a queue or an outbox cannot be seen at the start, or for longer than the patience
    public Watched watch(DueTimes due, Consumer<View> audience) {
        var counter = bus.counter();
        var clocks = Clocks.measure(counter, ingress, storage.container(Outbox.EXPRESS.container()));
        var timing = new Timing(due, clocks);
        var watch = new Watch(
                timing,
                QueueWatch.of(counter, ingress),
                new OutboxWatch(storage, timing),
                new LocalProcesses(pids),
                patience);
        watch.begin();
        var lastSight = clocks.now();
        while (!watch.isOver()) {
            LockSupport.parkNanos(interval.toNanos());
            lastSight = look(watch, clocks.now(), lastSight, audience);
        }
        return watch.result();
    }

    /// A bus that restarts, or a network that fails, for a while is no reason to lose the wave from sight.
    private Instant look(Watch watch, Instant now, Instant lastSight, Consumer<View> audience) {
        try {
            audience.accept(watch.look(now));
            return now;
        } catch (AzureException blind) {
            if (Duration.between(lastSight, now).compareTo(patience) > 0) {
                throw blind;
            }
            return lastSight;
        }
    }
}
