package dev.orderwave.wasm.chicory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Interrupts calls that are over their time. Compiled guest code looks at the interrupt flag at each call and each
/// backward branch, so a guest ends soon after.
///
/// One daemon thread for the whole JVM. It looks around every 5 ms while calls run and sleeps while none do.
final class Watchdog {

    private static final long TICK_NANOS = Duration.ofMillis(5).toNanos();
    private static final Watchdog SHARED = new Watchdog();

    private final Set<WatchedCall> calls = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean asleep;

    private Watchdog() {
        thread = Thread.ofPlatform().daemon().name("wasm-watchdog").start(this::watch);
    }

    /// Watches the current thread from now on, until the call is ended.
    static WatchedCall watch(Duration limit) {
        return SHARED.add(new WatchedCall(limit));
    }

    static void end(WatchedCall call) {
        SHARED.calls.remove(call);
    }

    private WatchedCall add(WatchedCall call) {
        calls.add(call);
        if (asleep) {
            LockSupport.unpark(thread);
        }
        return call;
    }

    private void watch() {
        while (true) {
            if (calls.isEmpty()) {
                sleepUntilNeeded();
            }
            LockSupport.parkNanos(this, TICK_NANOS);
            var now = System.nanoTime();
            calls.forEach(call -> call.interruptIfLate(now));
        }
    }

    private void sleepUntilNeeded() {
        asleep = true;
        while (calls.isEmpty()) {
            LockSupport.park(this);
        }
        asleep = false;
    }
}
