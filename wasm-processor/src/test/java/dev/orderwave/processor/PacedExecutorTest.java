package dev.orderwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PacedExecutorTest {
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

        executor.execute(() -> LockSupport.parkNanos(Duration.ofMillis(30).toNanos()));
        executor.execute(done::incrementAndGet);

        assertThat(done).hasValue(0);
        assertThat(onThreads).hasSize(1);
    }
}
