package dev.orderwave.wasm.chicory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Interrupts calls that are over their time. Compiled guest code looks at the interrupt flag at each call and each
/// backward branch, so a guest ends soon after.
///
/// One daemon thread for the whole JVM. It counts time in its own ticks, not by the clock: while the whole process
/// stands still, in a garbage collection or a throttled container, no guest is late.
///
/// It sleeps while nothing is called, but not between two calls: to wake it for each would cost more than most calls.
final class Watchdog {

    /// A call ends up to two ticks late, which matters to none; each tick is a thread that wakes while orders flow.
    private static final Duration TICK = Duration.ofMillis(20);
    private static final int TICKS_UNTIL_SLEEP = 25;
    private static final Watchdog SHARED = new Watchdog();

    private final Set<WatchedCall> calls = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile long ticks;
    private volatile boolean called;
    private volatile boolean asleep;

    private Watchdog() {
        thread = Thread.ofPlatform().daemon().name("wasm-watchdog").start(this::watch);
    }

    /// Watches the current thread from now on, until the call is closed.
    static WatchedCall watch(Duration limit) {
        return SHARED.add(limit);
    }

    static void forget(WatchedCall call) {
        SHARED.calls.remove(call);
    }

    private WatchedCall add(Duration limit) {
        // One more, because the tick that comes next may come at once.
        var call = new WatchedCall(ticks + limit.toMillis() / TICK.toMillis() + 1);
        calls.add(call);
        called = true;
        if (asleep) {
            LockSupport.unpark(thread);
        }
        return call;
    }

    private void watch() {
        var quiet = TICKS_UNTIL_SLEEP;
        for (long tick = 1; ; tick++) {
            quiet = called ? 0 : quiet + 1;
            called = false;
            if (quiet >= TICKS_UNTIL_SLEEP) {
                sleepWhileThereAreNoCalls();
            }
            LockSupport.parkNanos(this, TICK.toNanos());
            ticks = tick;
            for (var call : calls) {
                call.interruptIfLate(tick);
            }
        }
    }

    private void sleepWhileThereAreNoCalls() {
        asleep = true;
        while (calls.isEmpty()) {
            LockSupport.park(this);
        }
        asleep = false;
    }
}
