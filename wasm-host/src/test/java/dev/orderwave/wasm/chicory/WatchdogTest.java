package dev.orderwave.wasm.chicory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void a_call_in_time_is_left_alone() {
        try (var call = Watchdog.watch(Duration.ofSeconds(30))) {
            assertThat(call.isLate()).isFalse();
        }

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void a_late_call_is_interrupted_even_while_it_waits() throws InterruptedException {
        var call = Watchdog.watch(Duration.ofMillis(20));
        try (call) {
            var nothing = new ArrayBlockingQueue<String>(1).poll(30, TimeUnit.SECONDS);
            assertThat(nothing).as("the watchdog did not come").isNotNull();
        } catch (InterruptedException expected) {
            assertThat(call.isLate()).isTrue();
        }
    }

    /// Calls that end at about the moment the watchdog comes: the worst moment there is.
    @Test
    void no_interrupt_outlives_its_call() {
        for (int i = 0; i < 300; i++) {
            try (var call = Watchdog.watch(Duration.ofMillis(1))) {
                while (!call.isLate()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
