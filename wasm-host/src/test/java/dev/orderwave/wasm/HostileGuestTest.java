package dev.orderwave.wasm;

import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.GUEST_ERROR;
import static dev.orderwave.wasm.GuestFault.MEMORY;
import static dev.orderwave.wasm.Guests.LIMITS;
import static dev.orderwave.wasm.Guests.MESSAGE;
import static dev.orderwave.wasm.Guests.failure;
import static dev.orderwave.wasm.Guests.failureOf;
import static dev.orderwave.wasm.TestGuest.TEXT;
import static dev.orderwave.wasm.Wasm.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is told of a guest that fails, and where its limits are. That it always fails in a clear way is held by the
/// catalogue of hostile modules.
class HostileGuestTest {

    /// Whatever happened: the thread is not interrupted, and a good guest answers on it.
    @AfterEach
    void the_next_message_on_this_thread_is_handled() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(Guests.load(TestGuest.any()).handle(MESSAGE)).isInstanceOf(Verdict.Emit.class);
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
