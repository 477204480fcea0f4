package dev.orderwave.wasm;

import static dev.orderwave.wasm.Guests.MESSAGE;
import static dev.orderwave.wasm.TestGuest.TEXT;
import static dev.orderwave.wasm.Wasm.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each guest here leaves something behind in one place, and says `used` if it finds it there the next time.
/// A table cannot hold anything back, because no guest can change one.
@ParameterizedClass
@EnumSource(InstancePolicy.class)
class IsolationTest {

    private static final String FRESH = "{\"reject\":\"fresh\"}";
    private static final String USED = "{\"reject\":\"used!\"}";

    private final Sandbox sandbox;

    IsolationTest(InstancePolicy instances) {
        sandbox = Sandbox.granting("out").withLimits(Guests.LIMITS).withInstances(instances);
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_one_message_leaves_behind_the_next_one_does_not_find(TestGuest guest) {
        var loaded = load(guest);

        for (int i = 0; i < 3; i++) {
            assertThat(loaded.handle(MESSAGE)).isEqualTo(new Verdict.Reject("fresh"));
        }
    }

    private static Stream<Arguments> places() {
        return Stream.of(
                Arguments.argumentSet(
                        "memory", leaving(code(i32(9000), I32_LOAD, 2, 0), code(i32(9000), i32(1), I32_STORE, 2, 0))),
                Arguments.argumentSet(
                        "memory that a data segment filled",
                        leaving(
                                code(i32(TEXT), I32_LOAD, 2, 0, i32(0x6572227b), I32_NE),
                                code(i32(TEXT + 400), i32(1), I32_STORE, 2, 0))),
                Arguments.argumentSet(
                        "the size of the memory",
                        leaving(code(MEMORY_SIZE, 0, i32(1), I32_NE), code(i32(1), MEMORY_GROW, 0, DROP))),
                Arguments.argumentSet(
                        "memory that was not there before",
                        leaving(
                                code(
                                        i32(1),
                                        MEMORY_GROW,
                                        0,
                                        code(DROP, i32(65_536), I32_LOAD, 2, 0),
                                        i32(131_068),
                                        I32_LOAD,
                                        2,
                                        0,
                                        I32_ADD),
                                code(i32(65_536), i32(1), I32_STORE, 2, 0, i32(131_068), i32(1), I32_STORE, 2, 0))),
                Arguments.argumentSet(
                        "the last byte of memory",
                        leaving(code(i32(65_535), I32_LOAD8_U, 0, 0), code(i32(65_535), i32(1), I32_STORE8, 0, 0))),
                Arguments.argumentSet(
                        "a global of 64 bits",
                        leaving(code(GLOBAL_GET, 0, i64(0), I64_NE), code(i64(1L << 40), GLOBAL_SET, 0))
                                .with(6, 1, I64, 1, i64(0), END)),
                Arguments.argumentSet(
                        "a global of floating point",
                        leaving(code(GLOBAL_GET, 0, I32_TRUNC_F64_U), code(f64(7.5), GLOBAL_SET, 0))
                                .with(6, 1, F64, 1, f64(0), END)),
                Arguments.argumentSet(
                        "a global",
                        leaving(code(GLOBAL_GET, 0), code(i32(1), GLOBAL_SET, 0))
                                .with(6, 1, I32, 1, i32(0), END)),
                Arguments.argumentSet("a global, by a function that the table names", leavingThroughTheTable()),
                Arguments.argumentSet(
                        "what the start function made",
                        spoilingWhatIsMadeFirst("").start(2)),
                Arguments.argumentSet("what _initialize made", spoilingWhatIsMadeFirst("_initialize")));
    }

    @Test
    void a_dropped_data_segment_is_there_for_the_next_message() {
        var guest = TestGuest.answering(FRESH)
                .with(12, 1)
                .with(11, 1, 1, sized(FRESH.getBytes(UTF_8)))
                .handle(
                        i32(TEXT),
                        i32(0),
                        i32(FRESH.length()),
                        memoryInit(0),
                        dataDrop(0),
                        i64((long) TEXT << 32 | FRESH.length()));
        var loaded = load(guest);

        assertThat(loaded.handle(MESSAGE)).isEqualTo(new Verdict.Reject("fresh"));
        assertThat(loaded.handle(MESSAGE)).isEqualTo(new Verdict.Reject("fresh"));
    }

    @Test
    void within_a_message_a_dropped_data_segment_is_gone() {
        var guest = TestGuest.any()
                .with(12, 1)
                .with(11, 1, 1, sized(code(7)))
                .handle(dataDrop(0), i32(0), i32(0), i32(1), memoryInit(0), UNREACHABLE);
        var loaded = load(guest);

        for (int i = 0; i < 3; i++) {
            assertThat(Guests.failure(() -> loaded.handle(MESSAGE)))
                    .hasMessageContaining("out of bounds memory access");
        }
    }

    @Test
    void what_one_thread_says_to_a_guest_no_other_thread_hears() throws Exception {
        var secretive = load(leaving(code(i32(9000), I32_LOAD, 2, 0), code(i32(9000), LOCAL_GET, 1, I32_STORE, 2, 0)));

        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = threads.invokeAll(Collections.nCopies(1_000, () -> secretive.handle(MESSAGE)));
            for (var call : calls) {
                assertThat(call.get()).isEqualTo(new Verdict.Reject("fresh"));
            }
        }
    }

    @Test
    void a_guest_that_failed_is_fresh_for_the_next_message() {
        var failsIfUsedAndThenTraps = TestGuest.any()
                .with(6, 1, I32, 1, i32(0), END)
                .handle(GLOBAL_GET, 0, IF, NO_RESULT, forever(), END, i32(1), GLOBAL_SET, 0, UNREACHABLE);
        var loaded = load(failsIfUsedAndThenTraps);

        for (int i = 0; i < 3; i++) {
            assertThat(Guests.failure(() -> loaded.handle(MESSAGE)).fault()).isEqualTo(GuestFault.TRAP);
        }
    }

    private Guest load(TestGuest guest) {
        return Guest.load(ModuleSource.compiledAtLoad("tested", guest.build()), sandbox);
    }

    /// All instances share the table, so the function that is called must be that of the caller's instance.
    private static TestGuest leavingThroughTheTable() {
        return TestGuest.answering(FRESH + USED)
                .with(6, 1, I32, 1, i32(0), END)
                .function(
                        "", code(2, I32, I32), code(1, I64), telling(code(GLOBAL_GET, 0), code(i32(1), GLOBAL_SET, 0)))
                .table(1)
                .elements(2)
                .handle(LOCAL_GET, 0, LOCAL_GET, 1, i32(0), CALL_INDIRECT, 1, 0);
    }

    /// Has a global made by a function that runs before the first message.
    private static TestGuest spoilingWhatIsMadeFirst(String export) {
        return leaving(code(GLOBAL_GET, 0, i32(5), I32_NE), code(i32(6), GLOBAL_SET, 0))
                .with(6, 1, I32, 1, i32(0), END)
                .function(export, code(0), code(0), i32(5), GLOBAL_SET, 0);
    }

    private static TestGuest leaving(byte[] isUsed, byte[] leaveTrace) {
        return TestGuest.answering(FRESH + USED).handle(telling(isUsed, leaveTrace));
    }

    /// `isUsed` leaves a number, not 0 if there is a trace; `leaveTrace` leaves nothing on the stack.
    private static byte[] telling(byte[] isUsed, byte[] leaveTrace) {
        var usedAt = TEXT + FRESH.length();
        return code(
                isUsed,
                IF,
                I64,
                i64((long) usedAt << 32 | USED.length()),
                ELSE,
                leaveTrace,
                i64((long) TEXT << 32 | FRESH.length()),
                END);
    }
}
