package dev.orderwave.local;

import dev.orderwave.servicebus.StatisticsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Watches a wave until it is over.
final class WaveWatch {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    /// Longer than a lock of the suite's queues, after which what a dead process held is delivered again.
    private static final Duration STALLED = Duration.ofSeconds(120);

    private final StatisticsClient bus;
    private final WaveConsole console;

    WaveWatch(StatisticsClient bus, WaveConsole console) {
        this.bus = bus;
        this.console = console;
    }

    /// Returns when the queues are empty after `due`, or when nothing has moved for two minutes.
    WaveProgress await(int orders, Instant due) {
        var progress = WaveProgress.of(bus);
        var lastMove = Instant.now();
        while (!isOver(progress, orders, due) && lastMove.plus(STALLED).isAfter(Instant.now())) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            var next = WaveProgress.of(bus);
            if (next.settled() > progress.settled() || Instant.now().isBefore(due)) {
                lastMove = Instant.now();
            }
            progress = next;
            console.progress(progress, orders, due);
        }
        console.endProgress();
        return progress;
    }

    private static boolean isOver(WaveProgress progress, int orders, Instant due) {
        return Instant.now().isAfter(due)
                && progress.drained()
                && progress.distributed() + progress.deadLettered() >= orders;
    }
}
