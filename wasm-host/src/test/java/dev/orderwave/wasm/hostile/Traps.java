package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.TestGuest;

/// Guests that do what no computer can do.
final class Traps {

    private static final int PAGE = 65_536;
    private static final byte[] NOTHING = code(0);

    private Traps() {}

    static Group of() {
        return arithmetic(memory(segments(new Group("traps"))))
                .fails("unreachable", guest().handle(UNREACHABLE), TRAP)
                .isNotLoaded("in alloc", guest().alloc(UNREACHABLE), TRAP)
                .isNotLoaded("in _initialize", guest().function("_initialize", NOTHING, NOTHING, UNREACHABLE), TRAP)
                .isNotLoaded(
                        "in the start function",
                        guest().function("", NOTHING, NOTHING, UNREACHABLE).start(2),
                        TRAP);
    }

    private static Group arithmetic(Group group) {
        return traps(group, "i32 divided by 0", i32(1), i32(0), I32_DIV_S, DROP)
                .fails("u32 divided by 0", doing(i32(1), i32(0), I32_DIV_U, DROP), TRAP)
                .fails("i32 modulo 0", doing(i32(1), i32(0), I32_REM_S, DROP), TRAP)
                .fails("u32 modulo 0", doing(i32(1), i32(0), I32_REM_U, DROP), TRAP)
                .fails("i64 divided by 0", doing(i64(1), i64(0), I64_DIV_S, DROP), TRAP)
                .fails("u64 modulo 0", doing(i64(1), i64(0), I64_REM_U, DROP), TRAP)
                .fails("the least i32 divided by -1", doing(i32(Integer.MIN_VALUE), i32(-1), I32_DIV_S, DROP), TRAP)
                .fails("the least i64 divided by -1", doing(i64(Long.MIN_VALUE), i64(-1), I64_DIV_S, DROP), TRAP)
                .isHarmless("the least i32 modulo -1", doing(i32(Integer.MIN_VALUE), i32(-1), I32_REM_S, DROP))
                .fails("no number to i32", doing(f32(Float.NaN), I32_TRUNC_F32_S, DROP), TRAP)
                .fails("infinity to u32", doing(f64(Double.POSITIVE_INFINITY), I32_TRUNC_F64_U, DROP), TRAP)
                .fails("1e300 to i64", doing(f64(1e300), I64_TRUNC_F64_S, DROP), TRAP);
    }

    private static Group memory(Group group) {
        return traps(group, "a byte past the end", i32(PAGE), I32_LOAD8_U, 0, 0, DROP)
                .fails("half of two bytes past the end", doing(i32(PAGE - 1), I32_LOAD16_U, 0, 0, DROP), TRAP)
                .fails("one of four bytes past the end", doing(i32(PAGE - 3), I32_LOAD, 2, 0, DROP), TRAP)
                .fails("one of eight bytes past the end", doing(i32(PAGE - 7), I64_LOAD, 3, 0, DROP), TRAP)
                .fails("reading at -1", doing(i32(-1), I32_LOAD, 2, 0, DROP), TRAP)
                .fails("reading at the least number", doing(i32(Integer.MIN_VALUE), I64_LOAD, 3, 0, DROP), TRAP)
                .fails("writing past the end", doing(i32(PAGE), i32(1), I32_STORE, 2, 0), TRAP)
                .fails("writing at -8", doing(i32(-8), i64(1), I64_STORE, 3, 0), TRAP)
                .fails(
                        "an address and an offset that overflow together",
                        doing(i32(PAGE - 1), i32(1), I32_STORE, 2, u32(0xffff_ffffL)),
                        TRAP)
                .fails(
                        "a negative address that an offset would mend",
                        doing(i32(-16), i32(1), I32_STORE, 2, u32(32)),
                        TRAP)
                .fails("filling beyond the end", doing(i32(100), i32(1), i32(PAGE), memoryFill()), TRAP)
                .fails("filling a negative length", doing(i32(100), i32(1), i32(-50), memoryFill()), TRAP)
                .fails("copying to beyond the end", doing(i32(PAGE - 1), i32(0), i32(2), memoryCopy()), TRAP)
                .fails("copying from beyond the end", doing(i32(0), i32(PAGE - 1), i32(2), memoryCopy()), TRAP)
                .fails("copying far too much", doing(i32(100), i32(0), i32(Integer.MAX_VALUE), memoryCopy()), TRAP)
                .isHarmless("filling nothing at the end", doing(i32(PAGE), i32(1), i32(0), memoryFill()));
    }

    private static Group segments(Group group) {
        return traps(group, "more than a segment has", i32(0), i32(0), i32(9), memoryInit(0))
                .fails("from beyond a segment", doing(i32(0), i32(9), i32(1), memoryInit(0)), TRAP)
                .fails("from before a segment", doing(i32(0), i32(-1), i32(1), memoryInit(0)), TRAP)
                .fails("a segment to beyond the end", doing(i32(PAGE - 1), i32(0), i32(2), memoryInit(0)), TRAP)
                .fails("from a dropped segment", doing(dataDrop(0), i32(0), i32(0), i32(1), memoryInit(0)), TRAP)
                .isHarmless("dropping a segment twice", doing(dataDrop(0), dataDrop(0)));
    }

    private static Group traps(Group group, String name, Object... body) {
        return group.fails(name, doing(body), GuestFault.TRAP);
    }

    /// Segment 0 has eight bytes and is in no place; segment 1 is the usual answer.
    private static TestGuest doing(Object... body) {
        var text = "{\"reject\":\"as usual\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return guest().with(DATA_COUNT_SECTION, 2)
                .with(DATA_SECTION, 2, 1, sized(new byte[8]), 0, i32(TestGuest.TEXT), END, sized(text))
                .handle(code(body), i64(usualAnswer()));
    }
}
