package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.TestGuest;

/// Guests that do not come to an end by themselves, at each place where a guest runs and with each way to go round.
final class EndlessLoops {

    private static final int FIRST_FUNCTION = 2;
    private static final int ALL_PAGES = 256;
    private static final int ALL_BYTES = 1 << 24;
    private static final byte[] NOTHING = code(0);
    private static final byte[] ONE_I32 = code(1, I32);

    private EndlessLoops() {}

    static Group of() {
        return new Group("endless loops")
                .fails("br", looping(NOP), TIMEOUT)
                .fails("br_if", guest().handle(LOOP, NO_RESULT, i32(1), BR_IF, 0, END, UNREACHABLE), TIMEOUT)
                .fails(
                        "br_table",
                        guest().handle(LOOP, NO_RESULT, i32(0), BR_TABLE, 1, 0, 0, END, UNREACHABLE),
                        TIMEOUT)
                .fails(
                        "br_table by its default",
                        guest().handle(LOOP, NO_RESULT, i32(9), BR_TABLE, 1, 0, 0, END, UNREACHABLE),
                        TIMEOUT)
                .fails("br out of an inner block", looping(BLOCK, NO_RESULT, BR, 1, END), TIMEOUT)
                .fails("a loop within a loop", looping(forever()), TIMEOUT)
                .fails("a hundred loops within each other", looping(nested(100)), TIMEOUT)
                .fails("both sides of an if", looping(i32(1), IF, NO_RESULT, BR, 1, ELSE, BR, 1, END), TIMEOUT)
                .fails("counting to 2^63", counting(), TIMEOUT)
                .fails("calling a function", function(NOP).handle(forever(CALL, FIRST_FUNCTION), UNREACHABLE), TIMEOUT)
                .fails("calling through the table", callingThroughTheTable(), TIMEOUT)
                .fails("two functions that call each other, not deeply", callingEachOther(), TIMEOUT)
                .fails("recursion that is wide, not deep", fibonacci(), TIMEOUT)
                .fails("recursion to the bottom again and again", divingAgainAndAgain(), TIMEOUT)
                .fails("filling all memory", large(i32(0), i32(7), i32(ALL_BYTES), memoryFill()), TIMEOUT)
                .fails("copying all memory", large(i32(1), i32(0), i32(ALL_BYTES - 1), memoryCopy()), TIMEOUT)
                .fails("copying a large segment into memory", copyingASegment(), TIMEOUT)
                .fails("growing by nothing", large(i32(0), MEMORY_GROW, 0, DROP), TIMEOUT)
                .fails("growing too far", large(i32(1), MEMORY_GROW, 0, DROP), TIMEOUT)
                .fails("reading and writing", looping(i32(0), i32(0), I32_LOAD, 2, 0, I32_STORE, 2, 0), TIMEOUT)
                .fails("dividing", looping(i32(7), i32(3), I32_DIV_S, DROP), TIMEOUT)
                .fails("square roots", looping(f64(2), F64_SQRT, F64_SQRT, DROP), TIMEOUT)
                .fails("writing a global", counter(i32(1), GLOBAL_SET, 0), TIMEOUT)
                .fails("in alloc, but only for a whole message", inAllocForMoreThanAByte(), TIMEOUT)
                .isNotLoaded("in alloc", guest().alloc(forever(), UNREACHABLE), TIMEOUT)
                .isNotLoaded("in _initialize", guest().function("_initialize", NOTHING, NOTHING, forever()), TIMEOUT)
                .isNotLoaded("in the start function", function(forever()).start(FIRST_FUNCTION), TIMEOUT)
                .isNotLoaded(
                        "filling memory in the start function",
                        function(forever(i32(0), i32(7), i32(ALL_BYTES), memoryFill()))
                                .memory(0, u32(ALL_PAGES))
                                .start(FIRST_FUNCTION),
                        TIMEOUT);
    }

    private static TestGuest looping(Object... body) {
        return guest().handle(forever(body), UNREACHABLE);
    }

    private static TestGuest function(Object... body) {
        return guest().function("", NOTHING, NOTHING, body);
    }

    private static TestGuest large(Object... body) {
        return looping(body).memory(0, u32(ALL_PAGES));
    }

    private static TestGuest counter(Object... body) {
        return looping(body).with(GLOBAL_SECTION, 1, I32, 1, i32(0), END);
    }

    private static byte[] nested(int depth) {
        var loop = forever();
        for (int i = 1; i < depth; i++) {
            loop = forever(loop);
        }
        return loop;
    }

    private static TestGuest counting() {
        var count = code(LOCAL_GET, 2, i64(1), I64_ADD, LOCAL_TEE, 2, i64(Long.MAX_VALUE), I64_NE);
        return guest().rawHandle(code(1, 1, I64, LOOP, NO_RESULT, count, BR_IF, 0, END, i64(usualAnswer()), END));
    }

    private static TestGuest callingThroughTheTable() {
        return function(NOP)
                .table(1)
                .elements(FIRST_FUNCTION)
                .handle(forever(i32(0), CALL_INDIRECT, FIRST_FUNCTION, 0), UNREACHABLE);
    }

    private static TestGuest callingEachOther() {
        return guest().function("", NOTHING, NOTHING, CALL, FIRST_FUNCTION + 1, CALL, FIRST_FUNCTION + 1)
                .function("", NOTHING, NOTHING, NOP)
                .handle(forever(CALL, FIRST_FUNCTION), UNREACHABLE);
    }

    private static TestGuest fibonacci() {
        var before = code(LOCAL_GET, 0, i32(1), I32_SUB, CALL, FIRST_FUNCTION);
        var beforeThat = code(LOCAL_GET, 0, i32(2), I32_SUB, CALL, FIRST_FUNCTION);
        return guest().function(
                        "",
                        ONE_I32,
                        ONE_I32,
                        code(LOCAL_GET, 0, i32(1), I32_LE_S, IF, I32),
                        code(i32(1), ELSE, before, beforeThat, I32_ADD, END))
                .handle(i32(60), CALL, FIRST_FUNCTION, DROP, i64(usualAnswer()));
    }

    private static TestGuest divingAgainAndAgain() {
        return guest().function(
                        "",
                        ONE_I32,
                        NOTHING,
                        code(LOCAL_GET, 0, IF, NO_RESULT, LOCAL_GET, 0, i32(1), I32_SUB, CALL, FIRST_FUNCTION, END))
                .handle(forever(i32(500), CALL, FIRST_FUNCTION), UNREACHABLE);
    }

    private static TestGuest copyingASegment() {
        var size = 1 << 20;
        return large(i32(0), i32(0), i32(size), memoryInit(0))
                .with(DATA_COUNT_SECTION, 1)
                .with(DATA_SECTION, 1, 1, sized(new byte[size]));
    }

    private static TestGuest inAllocForMoreThanAByte() {
        return guest().alloc(LOCAL_GET, 0, i32(1), I32_NE, IF, NO_RESULT, forever(), END, i32(TestGuest.MESSAGE));
    }
}
