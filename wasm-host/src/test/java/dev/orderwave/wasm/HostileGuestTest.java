package dev.orderwave.wasm;

import static dev.orderwave.wasm.GuestFault.BAD_ALLOC;
import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.GUEST_ERROR;
import static dev.orderwave.wasm.GuestFault.MEMORY;
import static dev.orderwave.wasm.GuestFault.STACK;
import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.Guests.LIMITS;
import static dev.orderwave.wasm.Guests.MESSAGE;
import static dev.orderwave.wasm.Guests.failure;
import static dev.orderwave.wasm.Guests.failureOf;
import static dev.orderwave.wasm.Guests.failureToLoad;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.TestGuest.TEXT;
import static dev.orderwave.wasm.Wasm.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileGuestTest {

    private static final byte[] FOREVER = code(forever(), UNREACHABLE);

    /// Whatever happened: the thread is not interrupted, and a good guest answers on it.
    @AfterEach
    void the_next_message_on_this_thread_is_handled() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(Guests.load(TestGuest.any()).handle(MESSAGE)).isInstanceOf(Verdict.Emit.class);
    }

    @ParameterizedTest
    @MethodSource("endless")
    void a_guest_that_never_ends_is_ended(TestGuest guest) {
        var loaded = Guests.load(guest);
        var start = System.nanoTime();

        assertThat(failure(() -> loaded.handle(MESSAGE)).fault()).isEqualTo(TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(LIMITS.perCall().multipliedBy(20));
    }

    private static Stream<Arguments> endless() {
        return Map.of(
                        "br", TestGuest.any().handle(FOREVER),
                        "br_if", TestGuest.any().handle(LOOP, NO_RESULT, i32(1), BR_IF, 0, END, UNREACHABLE),
                        "br_table",
                                TestGuest.any().handle(LOOP, NO_RESULT, i32(0), BR_TABLE, 1, 0, 0, END, UNREACHABLE),
                        "a loop of calls",
                                TestGuest.any().function("", code(0), code(0)).handle(forever(CALL, 2), UNREACHABLE),
                        "memory.fill",
                                TestGuest.any()
                                        .memory(0, u32(256))
                                        .handle(forever(i32(0), i32(7), i32(1 << 24), memoryFill()), UNREACHABLE))
                .entrySet()
                .stream()
                .map(attack -> Arguments.argumentSet(attack.getKey(), attack.getValue()));
    }

    @Test
    void a_guest_that_fails_before_its_first_message_is_not_loaded() {
        var initialize = TestGuest.any().function("_initialize", code(0), code(0), forever());

        assertThat(failureToLoad(initialize.build()).fault()).isEqualTo(TIMEOUT);
        assertThat(failureToLoad(TestGuest.any().alloc(FOREVER).build()).fault())
                .isEqualTo(TIMEOUT);
        assertThat(failureToLoad(TestGuest.any().alloc(UNREACHABLE).build())).hasMessageEndingWith("it was not loaded");
    }

    @Test
    void a_guest_that_calls_itself_for_ever_runs_out_of_stack() {
        var guest = TestGuest.any().handle(LOCAL_GET, 0, LOCAL_GET, 1, CALL, HANDLE_FUNCTION);

        assertThat(failureOf(guest).fault()).isEqualTo(STACK);
    }

    @Test
    void a_guest_that_fills_its_memory_is_stopped_at_its_limit() {
        var untilRefused = code(LOOP, NO_RESULT, i32(16), MEMORY_GROW, 0, i32(-1), I32_NE, BR_IF, 0, END);

        assertThat(failureOf(TestGuest.any().handle(untilRefused, UNREACHABLE)))
                .hasMessageContaining("memory: it needed more memory than the 16,777,216 bytes it may have");
        assertThat(Guests.load(TestGuest.answering("{\"reject\":\"full\"}")
                                .handle(untilRefused, i64((long) TEXT << 32 | 17)))
                        .handle(MESSAGE))
                .isEqualTo(new Verdict.Reject("full"));
    }

    @Test
    void a_declared_maximum_below_the_limit_holds() {
        var guest = TestGuest.any().memory(1, 1, 2).handle(i32(2), MEMORY_GROW, 0, DROP, UNREACHABLE);

        var failure = failureOf(guest);

        assertThat(failure.fault()).isEqualTo(MEMORY);
        assertThat(failure).hasMessageContaining("the 131,072 bytes it may have");
    }

    @ParameterizedTest
    @MethodSource("traps")
    void a_trap_is_a_fault(TestGuest guest) {
        assertThat(failureOf(guest).fault()).isEqualTo(TRAP);
    }

    private static Stream<Arguments> traps() {
        return Map.of(
                        "unreachable", TestGuest.any().handle(UNREACHABLE),
                        "division by zero", TestGuest.any().handle(i32(1), i32(0), I32_DIV_S, DROP, i64(0)),
                        "load past the end", TestGuest.any().handle(i32(65_533), I32_LOAD, 2, 0, DROP, i64(0)),
                        "load at -1", TestGuest.any().handle(i32(-1), I32_LOAD, 2, 0, DROP, i64(0)),
                        "store past the end", TestGuest.any().handle(i32(65_536), i32(1), I32_STORE, 2, 0, i64(0)),
                        "store with an overflowing offset",
                                TestGuest.any().handle(i32(65_000), i32(1), I32_STORE, 2, u32(0x7fff_ffffL), i64(0)),
                        "fill that overflows", TestGuest.any().handle(i32(100), i32(1), i32(-50), memoryFill(), i64(0)),
                        "copy that overflows",
                                TestGuest.any().handle(i32(100), i32(0), i32(0x7fff_ffff), memoryCopy(), i64(0)),
                        "call of nothing in the table",
                                TestGuest.any()
                                        .with(4, 1, 0x70, 0, 4)
                                        .handle(i32(0), i32(3), CALL_INDIRECT, 0, 0, DROP, i64(0)))
                .entrySet()
                .stream()
                .map(trap -> Arguments.argumentSet(trap.getKey(), trap.getValue()));
    }

    @ParameterizedTest
    @MethodSource("pointersToNowhere")
    void alloc_must_return_room_within_its_memory(int pointer) {
        assertThat(failureOf(TestGuest.any().alloc(i32(pointer))).fault()).isEqualTo(BAD_ALLOC);
    }

    private static Stream<Integer> pointersToNowhere() {
        return Stream.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_536, 65_536 - MESSAGE.length + 1);
    }

    @ParameterizedTest
    @MethodSource("textsInNowhere")
    void handle_must_return_a_text_within_its_memory(long result) {
        assertThat(failureOf(TestGuest.any().handle(i64(result))).fault()).isEqualTo(BAD_OUTPUT);
    }

    private static Stream<Long> textsInNowhere() {
        return Stream.of(
                100L << 32 | 0x7fff_ffffL,
                100L << 32 | 0xffff_ffffL,
                0x7fff_ffffL << 32 | 1,
                65_536L << 32 | 1,
                65_535L << 32 | 2,
                -1L);
    }

    @Test
    void a_text_longer_than_the_limit_is_a_fault() {
        var exact = TestGuest.answering("{\"reject\":\"12345\"}").build();

        assertThat(Guests.load(exact, LIMITS.withMaxOutputBytes(18)).handle(MESSAGE))
                .isInstanceOf(Verdict.Reject.class);
        assertThat(failure(() -> Guests.load(exact, LIMITS.withMaxOutputBytes(17))
                                .handle(MESSAGE))
                        .fault())
                .isEqualTo(BAD_OUTPUT);
    }

    @Test
    void with_the_fault_bit_the_text_is_the_guests_own_error() {
        var text = "cannot\u0000 count\nto \u001b[31m3";
        var guest = TestGuest.answering(text).handle(i64(1L << 63 | (long) TEXT << 32 | text.length()));

        var failure = failureOf(guest);

        assertThat(failure.fault()).isEqualTo(GUEST_ERROR);
        assertThat(failure).hasMessageContaining("guest-error: cannot  count to  [31m3; the message");
    }
}
