package dev.orderwave.wasm;

import static dev.orderwave.wasm.GuestFault.INTERRUPTED;
import static dev.orderwave.wasm.GuestFault.STACK;
import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.Guests.LIMITS;
import static dev.orderwave.wasm.Guests.MESSAGE;
import static dev.orderwave.wasm.Guests.failure;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.Wasm.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrencyTest {

    private static final Verdict.Reject ANSWER = new Verdict.Reject("as always");

    private final Guest good = Guests.load(TestGuest.answering("{\"reject\":\"as always\"}"));
    private final Guest endless = Guests.load(
            TestGuest.any().handle(forever(), UNREACHABLE).build(), LIMITS.withPerCall(Duration.ofMillis(100)));
    private final Guest recursive =
            Guests.load(TestGuest.any().handle(LOCAL_GET, 0, LOCAL_GET, 1, CALL, HANDLE_FUNCTION));

    @ParameterizedTest
    @MethodSource("threads")
    void good_and_bad_guests_run_side_by_side_and_do_not_disturb_each_other(ExecutorService threads) throws Exception {
        try (threads) {
            var calls = new ArrayList<Future<?>>();
            for (int i = 0; i < 2_000; i++) {
                calls.add(threads.submit(
                        i % 500 == 0 ? this::isEnded : i % 50 == 0 ? this::runsOutOfStack : this::answers));
            }

            assertThat(calls).allSatisfy(call -> assertThat(call.get()).isEqualTo(true));
        }
    }

    private static Stream<Arguments> threads() {
        return Stream.of(
                Arguments.argumentSet("platform threads", Executors.newFixedThreadPool(4)),
                Arguments.argumentSet("virtual threads", Executors.newVirtualThreadPerTaskExecutor()));
    }

    @Test
    void an_interrupt_meant_for_the_caller_is_left_to_the_caller() throws Exception {
        var fault = onNewThread(() -> {
            Thread.currentThread().interrupt();
            var failure = failure(() -> endless.handle(MESSAGE));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return failure.fault();
        });

        assertThat(fault).isEqualTo(INTERRUPTED);
    }

    private boolean answers() {
        assertThat(good.handle(MESSAGE)).isEqualTo(ANSWER);
        return notInterrupted();
    }

    private boolean isEnded() {
        assertThat(failure(() -> endless.handle(MESSAGE)).fault()).isEqualTo(TIMEOUT);
        return notInterrupted();
    }

    private boolean runsOutOfStack() {
        assertThat(failure(() -> recursive.handle(MESSAGE)).fault()).isEqualTo(STACK);
        return notInterrupted();
    }

    private static boolean notInterrupted() {
        return !Thread.currentThread().isInterrupted();
    }

    private static <T> T onNewThread(Callable<T> work) throws InterruptedException, ExecutionException {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(work).get();
        }
    }
}
