package dev.orderwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PacedExecutorTest {
    private static final Duration LONG = Duration.ofMillis(30);

    private final Queue<Runnable> onThreads = new ArrayDeque<>();
    private final PacedExecutor executor = new PacedExecutor(onThreads::add);

    @Test
    void quick_work_runs_where_it_is_asked_for() {
        var done = new AtomicInteger();

        executor.execute(done::incrementAndGet);
        executor.execute(done::incrementAndGet);

        assertThat(done).hasValue(2);
        assertThat(onThreads).isEmpty();
    }

    @Test
    void what_follows_slow_work_runs_on_threads_of_its_own() {
        var done = new AtomicInteger();

        executor.execute(PacedExecutorTest::compute);
        executor.execute(done::incrementAndGet);

        assertThat(done).hasValue(0);
        assertThat(onThreads).hasSize(1);
    }

    @Test
    void work_that_had_to_wait_for_a_processor_was_not_slow() {
        var done = new AtomicInteger();

        executor.execute(() -> LockSupport.parkNanos(LONG.toNanos()));
        executor.execute(done::incrementAndGet);

        assertThat(done).hasValue(1);
        assertThat(onThreads).isEmpty();
    }

    private static void compute() {
        var thread = ManagementFactory.getThreadMXBean();
        var end = thread.getCurrentThreadCpuTime() + LONG.toNanos();
        while (thread.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }
}
