package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.BAD_ALLOC;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.GuestFault.MEMORY;
import static dev.orderwave.wasm.GuestFault.TRAP;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.TestGuest;

/// Guests that want more memory than there is.
final class MemoryBombs {

    private static final byte[] UNTIL_REFUSED =
            code(LOOP, NO_RESULT, i32(16), MEMORY_GROW, 0, i32(-1), I32_NE, BR_IF, 0, END);

    private MemoryBombs() {}

    static Group of() {
        return new Group("memory bombs")
                .isNotLoaded("one page more than allowed to start with", guest().memory(0, u32(257)), LIMIT)
                .isNotLoaded("4 GiB to start with", guest().memory(0, u32(65_536)), LIMIT)
                .isNotLoaded("256 TiB to start with", guest().memory(0, u32(0xffff_ffffL)), LIMIT)
                .isNotLoaded("more to start with than its own maximum", guest().memory(1, 2, 1), INVALID)
                .isNotLoaded("a maximum that no memory can have", guest().memory(1, 1, u32(65_537)), INVALID)
                .isNotLoaded("no page, but a text in it", guest().memory(0, 0), TRAP)
                .isHarmless("a maximum of 4 GiB that it never uses", guest().memory(1, 1, u32(65_536)))
                .isHarmless("growing by 4 GiB", growingOnceBy(65_535))
                .isHarmless("growing by -1", growingOnceBy(-1))
                .isHarmless("growing by the least number there is", growingOnceBy(Integer.MIN_VALUE))
                .isHarmless("growing to the limit and writing the last byte", growingToTheLimit())
                .isHarmless("growing until it is refused, then answering", answeringAfter(UNTIL_REFUSED))
                .fails(
                        "growing until it is refused, then giving up",
                        guest().handle(UNTIL_REFUSED, UNREACHABLE),
                        MEMORY)
                .fails(
                        "growing beyond its own maximum, then giving up",
                        guest().memory(1, 1, 2).handle(i32(2), MEMORY_GROW, 0, DROP, UNREACHABLE),
                        MEMORY)
                .fails("growing in alloc, for room that it does not get", growingInAlloc(), BAD_ALLOC, MEMORY)
                .fails("writing where it did not grow to", writingAfterRefusal(), MEMORY, TRAP);
    }

    private static TestGuest answeringAfter(byte[] body) {
        return guest().handle(body, i64(usualAnswer()));
    }

    private static TestGuest growingOnceBy(int pages) {
        return answeringAfter(code(i32(pages), MEMORY_GROW, 0, DROP));
    }

    private static TestGuest growingToTheLimit() {
        return answeringAfter(code(i32(255), MEMORY_GROW, 0, DROP, i32((1 << 24) - 1), i32(7), I32_STORE8, 0, 0));
    }

    private static TestGuest growingInAlloc() {
        return guest().alloc(i32(256), MEMORY_GROW, 0, i32(16), I32_SHL);
    }

    private static TestGuest writingAfterRefusal() {
        return answeringAfter(code(i32(256), MEMORY_GROW, 0, DROP, i32(1 << 24), i32(7), I32_STORE8, 0, 0));
    }
}
