package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.STACK;
import static dev.orderwave.wasm.GuestFault.TIMEOUT;
import static dev.orderwave.wasm.TestGuest.ALLOC_FUNCTION;
import static dev.orderwave.wasm.TestGuest.HANDLE_FUNCTION;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.TestGuest;

/// Guests that call themselves until no stack is left.
final class Recursion {

    private static final int FIRST_FUNCTION = 2;
    private static final byte[] NOTHING = code(0);
    private static final byte[] ITSELF = code(LOCAL_GET, 0, LOCAL_GET, 1, CALL, HANDLE_FUNCTION);

    private Recursion() {}

    static Group of() {
        return new Group("recursion")
                .fails("handle calls itself", guest().handle(ITSELF), STACK)
                .fails("two functions call each other", mutual(), STACK)
                .fails("through the table", throughTheTable(), STACK)
                .fails(
                        "with 4,000 locals in each frame",
                        guest().rawHandle(code(1, u32(4_000), I64, ITSELF, END)),
                        STACK)
                .fails("with 45 parameters", withParameters(), STACK)
                .fails("with values left on the stack", guest().handle(repeat(100, i64(1)), ITSELF, sum(100)), STACK)
                .fails(
                        "using all kinds of instructions on the way down",
                        guest().handle(AllKinds.ofInstructions(), ITSELF),
                        STACK,
                        TIMEOUT)
                .fails("growing memory on the way down", guest().handle(i32(0), MEMORY_GROW, 0, DROP, ITSELF), STACK)
                .isNotLoaded("in alloc", guest().alloc(LOCAL_GET, 0, CALL, ALLOC_FUNCTION), STACK)
                .isNotLoaded(
                        "in _initialize",
                        guest().function("_initialize", NOTHING, NOTHING, CALL, FIRST_FUNCTION),
                        STACK)
                .isNotLoaded(
                        "in the start function",
                        guest().function("", NOTHING, NOTHING, CALL, FIRST_FUNCTION)
                                .start(FIRST_FUNCTION),
                        STACK)
                .isHarmless("a thousand calls deep and back", deep());
    }

    private static TestGuest mutual() {
        return guest().function("", NOTHING, NOTHING, CALL, FIRST_FUNCTION + 1)
                .function("", NOTHING, NOTHING, CALL, FIRST_FUNCTION)
                .handle(CALL, FIRST_FUNCTION, i64(usualAnswer()));
    }

    private static TestGuest throughTheTable() {
        return guest().table(1)
                .elements(HANDLE_FUNCTION)
                .handle(LOCAL_GET, 0, LOCAL_GET, 1, i32(0), CALL_INDIRECT, HANDLE_FUNCTION, 0);
    }

    private static TestGuest withParameters() {
        var many = code(45, repeat(45, I64));
        var arguments = many(45, i -> code(LOCAL_GET, u32(i)));
        return guest().function("", many, NOTHING, arguments, CALL, FIRST_FUNCTION)
                .handle(repeat(45, i64(1)), CALL, FIRST_FUNCTION, i64(usualAnswer()));
    }

    private static byte[] sum(int times) {
        return repeat(times, I64_ADD);
    }

    private static TestGuest deep() {
        var again = code(LOCAL_GET, 0, i32(1), I32_SUB, CALL, FIRST_FUNCTION);
        return guest().function("", code(1, I32), NOTHING, LOCAL_GET, 0, IF, NO_RESULT, again, END)
                .handle(i32(1_000), CALL, FIRST_FUNCTION, i64(usualAnswer()));
    }
}
