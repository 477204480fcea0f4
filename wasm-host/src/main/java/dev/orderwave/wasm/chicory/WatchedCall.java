package dev.orderwave.wasm.chicory;

import java.util.concurrent.atomic.AtomicReference;

/// One call under a deadline.
///
/// The states make sure that the interrupt hits this call and nothing else: either the caller is done first and is
/// never interrupted, or the watchdog is first and the caller waits for the interrupt, then takes it back.
final class WatchedCall implements AutoCloseable {

    private enum State {
        RUNNING,
        INTERRUPTING,
        INTERRUPTED,
        DONE
    }

    private final Thread caller = Thread.currentThread();
    private final long lastTick;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

    WatchedCall(long lastTick) {
        this.lastTick = lastTick;
    }

    void interruptIfLate(long tick) {
        if (tick > lastTick && state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
            caller.interrupt();
            state.set(State.INTERRUPTED);
        }
    }

    /// Whether the watchdog interrupted this call, or is about to.
    boolean isLate() {
        var now = state.get();
        return now == State.INTERRUPTING || now == State.INTERRUPTED;
    }

    @Override
    public void close() {
        Watchdog.forget(this);
        if (state.compareAndSet(State.RUNNING, State.DONE)) {
            return;
        }
        while (state.get() == State.INTERRUPTING) {
            Thread.onSpinWait();
        }
        var _ = Thread.interrupted();
    }
}
