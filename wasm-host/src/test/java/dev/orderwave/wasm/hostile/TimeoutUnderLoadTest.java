package dev.orderwave.wasm.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.TestGuest;
import dev.orderwave.wasm.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All processors are busy, and more: with loops that never end, and with good guests, side by side.
class TimeoutUnderLoadTest {

    private static final Limits LIMITS = Limits.DEFAULT;
    private static final int DEADLINES = 20;
    private static final int ROUNDS = 2;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Meeting meeting = new Meeting(Sandbox.granting("out").withLimits(LIMITS));
    private final List<HostileModule> loops = EndlessLoops.of()
            .modules()
            .filter(module -> module.ending() instanceof Ending.NotHandled)
            .toList();
    private final List<Guest> endless =
            loops.stream().map(module -> meeting.load(module.wasm().get())).toList();

    /// With more time than it ever needs: whether it is right is the question here, not how long it has to wait.
    private final Guest good = new Meeting(
                    Sandbox.granting("out").withLimits(LIMITS.withPerCall(Duration.ofSeconds(20))))
            .load(TestGuest.answering("{\"reject\":\"as always\"}").build());

    private final AtomicBoolean loopsAreOver = new AtomicBoolean();
    private final AtomicLong slowestStop = new AtomicLong();

    private enum Threads {
        PLATFORM,
        VIRTUAL
    }

    @ParameterizedTest
    @EnumSource(Threads.class)
    void every_loop_is_stopped_and_every_good_call_is_right(Threads kind) throws Exception {
        try (var loopers = threads(kind, 2 * PROCESSORS);
                var others = threads(kind, 2 * PROCESSORS)) {
            var goodCalls = submit(others, Collections.nCopies(2 * PROCESSORS, this::callsWhileThereAreLoops));
            var stops = submit(loopers, stops());

            for (var stop : stops) {
                assertThat(stop.get()).isEqualTo(1);
            }
            loopsAreOver.set(true);
            long answered = 0;
            for (var calls : goodCalls) {
                answered += calls.get();
            }

            var slowest = Duration.ofNanos(slowestStop.get());
            System.out.printf(
                    "%d loops on %s threads stopped, the slowest after %d ms of %d; %,d good calls beside them%n",
                    stops.size(), kind, slowest.toMillis(), LIMITS.perCall().toMillis(), answered);
            assertThat(answered).isPositive();
            assertThat(slowest).isLessThan(LIMITS.perCall().multipliedBy(DEADLINES));
        }
    }

    private List<Callable<Integer>> stops() {
        var stops = new ArrayList<Callable<Integer>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < loops.size(); i++) {
                var loop = i;
                stops.add(() -> isStopped(loop));
            }
        }
        return stops;
    }

    private int isStopped(int loop) {
        var start = System.nanoTime();
        Meeting.fails(loops.get(loop), endless.get(loop), Set.of(GuestFault.TIMEOUT));
        slowestStop.accumulateAndGet(System.nanoTime() - start, Math::max);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        return 1;
    }

    private int callsWhileThereAreLoops() {
        var calls = 0;
        while (!loopsAreOver.get()) {
            assertThat(good.handle(Meeting.MESSAGE)).isEqualTo(new Verdict.Reject("as always"));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            calls++;
            // A virtual thread that never waits would not let another one run.
            Thread.yield();
        }
        return calls;
    }

    private static ExecutorService threads(Threads kind, int many) {
        return switch (kind) {
            case PLATFORM -> Executors.newFixedThreadPool(many);
            case VIRTUAL ->
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        };
    }

    private static List<Future<Integer>> submit(ExecutorService threads, List<Callable<Integer>> work) {
        return work.stream().map(threads::submit).toList();
    }
}
