package dev.orderwave.loadgen.schedule;

import dev.orderwave.loadgen.schedule.ScheduleStore.Entry;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits until what an interrupted run had sent has arrived, and makes sure that it was interrupted.
final class Settling {

    /// Longer than a window takes, and than what a dead process left in the network needs to arrive.
    static final Duration TIME = Duration.ofSeconds(5);

    private final ScheduleStore store;
    private final Duration time;

    Settling(ScheduleStore store, Duration time) {
        this.store = store;
        this.time = time;
    }

    /// Takes the record over, so that whoever had it and still lives can go no further.
    ///
    /// @throws ScheduleException if another run is still at it
    Entry settled(Entry entry) {
        await();
        return store.replace(entry.tag(), entry.content());
    }

    void await() {
        var end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
