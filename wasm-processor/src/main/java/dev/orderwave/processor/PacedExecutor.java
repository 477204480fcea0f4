package dev.orderwave.processor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Executor;

/// Runs work on the caller's thread, the event loop, as long as it is quick, and on threads of its own for a while
/// after it was not.
///
/// A module takes some microseconds, and changing threads twice costs more than that. But a module may also loop until
/// its time is up, and then the event loop, which answers health checks and takes in messages, must not wait for it.
///
/// What counts is the processor time that the work took. By the clock any work is slow at times on a busy machine: its
/// thread waits for a processor, and another thread would only wait beside it.
final class PacedExecutor implements Executor {
    private static final long QUICK = Duration.ofMillis(10).toNanos();
    private static final long PROBATION = Duration.ofSeconds(1).toNanos();

    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
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
        long start = processor.getCurrentThreadCpuTime();
        work.run();
        if (processor.getCurrentThreadCpuTime() - start > QUICK) {
            onThreadsUntil = System.nanoTime() + PROBATION;
        }
    }
}
