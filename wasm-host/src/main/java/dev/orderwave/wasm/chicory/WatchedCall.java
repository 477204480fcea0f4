package dev.orderwave.wasm.chicory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/// One call under a deadline.
///
/// The states make sure that the interrupt hits this call and nothing else: either the caller is done first and is
/// never
/// interrupted, or the watchdog is first and the caller waits for the interrupt, then takes it back.
final class WatchedCall implements AutoCloseable {

    private enum State {
        RUNNING,
        INTERRUPTING,
        INTERRUPTED,
        DONE
    }

    private final Thread caller = Thread.currentThread();
    private final long deadline;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    WatchedCall(Duration limit) {
        deadline = System.nanoTime() + limit.toNanos();
    }

    void interruptIfLate(long now) {
        if (now - deadline > 0 && state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
            caller.interrupt();
            state.set(State.INTERRUPTED);
        }
    }

    /// Whether the watchdog has ended, or is about to end, this call.
    boolean isLate() {
        return state.get() != State.RUNNING;
    }

    @Override
    public void close() {
        Watchdog.end(this);
        if (state.compareAndSet(State.RUNNING, State.DONE)) {
            return;
        }
        while (state.get() == State.INTERRUPTING) {
            Thread.onSpinWait();
        }
        var _ = Thread.interrupted();
    }
}
