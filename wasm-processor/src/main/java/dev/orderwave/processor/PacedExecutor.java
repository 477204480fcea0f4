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
/// thread waits for a processor, and another thread would only wait beside it. But to ask for processor time costs more
/// than to look at the clock, so only work that soon follows what was slow by the clock is asked.
final class PacedExecutor implements Executor {
    private static final long QUICK = Duration.ofMillis(10).toNanos();
    private static final long PROBATION = Duration.ofSeconds(1).toNanos();

    private final ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    private final Executor threads;
    private volatile long onThreadsUntil = System.nanoTime();
    private volatile long measuredUntil = onThreadsUntil;

    PacedExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        long start = System.nanoTime();
        if (start - onThreadsUntil < 0) {
            threads.execute(() -> runAndMeasure(work));
        } else if (start - measuredUntil < 0) {
            runAndMeasure(work);
        } else {
            work.run();
            long end = System.nanoTime();
            if (end - start > QUICK) {
                measuredUntil = end + PROBATION;
            }
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
