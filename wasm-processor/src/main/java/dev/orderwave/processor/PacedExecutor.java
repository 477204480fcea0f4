package dev.orderwave.processor;

import java.time.Duration;
import java.util.concurrent.Executor;

/// Runs work on the caller's thread, the event loop, as long as it is quick, and on threads of its own for a while
/// after it was not.
///
/// A module takes some microseconds, and changing threads twice costs more than that. But a module may also loop until
/// its time is up, and then the event loop, which answers health checks and takes in messages, must not wait for it.
final class PacedExecutor implements Executor {
    private static final long QUICK = Duration.ofMillis(10).toNanos();
    private static final long PROBATION = Duration.ofSeconds(1).toNanos();

    private final Executor threads;
    private volatile long onThreadsUntil = System.nanoTime();

    PacedExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        if (System.nanoTime() - onThreadsUntil >= 0) {
            runAndMeasure(work);
        } else {
            threads.execute(() -> runAndMeasure(work));
        }
    }

    private void runAndMeasure(Runnable work) {
        long start = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        if (end - start > QUICK) {
            onThreadsUntil = end + PROBATION;
        }
    }
}
