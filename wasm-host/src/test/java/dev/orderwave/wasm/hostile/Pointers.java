package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.BAD_ALLOC;
import static dev.orderwave.wasm.GuestFault.BAD_OUTPUT;
import static dev.orderwave.wasm.GuestFault.BAD_VERDICT;
import static dev.orderwave.wasm.GuestFault.GUEST_ERROR;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

/// Guests that point the host to places that are not theirs.
final class Pointers {

    private static final int PAGE = 65_536;
    private static final int MESSAGE = Meeting.MESSAGE.length;
    private static final long FAULT = 1L << 63;

    private Pointers() {}

    static Group of() {
        var group = new Group("pointers");
        for (var pointer :
                new int[] {0, -1, -MESSAGE, Integer.MIN_VALUE, Integer.MAX_VALUE, PAGE, PAGE - MESSAGE + 1, 0x7fff_fff0
                }) {
            group.fails("room at " + pointer, guest().alloc(i32(pointer)), BAD_ALLOC);
        }
        group.isHarmless("room up to the last byte", guest().alloc(i32(PAGE - MESSAGE)))
                .isHarmless("room over its own text", guest().alloc(i32(PAGE - MESSAGE)))
                .isHarmless("the same room for ever", guest().alloc(i32(1)));
        text(group, "2 GB", 100, 0x7fff_ffffL);
        text(group, "4 GB", 100, 0xffff_ffffL);
        text(group, "one byte after the end", PAGE, 1);
        text(group, "the last byte and one more", PAGE - 1, 2);
        text(group, "nothing, but beyond the end", PAGE + 1, 0);
        text(group, "one byte at the largest pointer", 0x7fff_ffffL, 1);
        text(group, "a length that overflows the pointer", 0x7fff_ffffL, 0xffff_ffffL);
        text(group, "all of a page and one", 0, PAGE + 1);
        return group.fails("an empty text at 0", guest().handle(i64(0)), BAD_VERDICT)
                .fails("an empty text at the end", guest().handle(i64((long) PAGE << 32)), BAD_VERDICT)
                .fails("-1", guest().handle(i64(-1)), BAD_OUTPUT)
                .fails("the least number", guest().handle(i64(Long.MIN_VALUE)), GUEST_ERROR)
                .fails("its own error beyond its memory", guest().handle(i64(FAULT | 100L << 32 | PAGE)), BAD_OUTPUT)
                .fails("its verdict as an error", guest().handle(i64(FAULT | usualAnswer())), GUEST_ERROR)
                .fails("all of its memory", guest().handle(i64(PAGE)), BAD_VERDICT);
    }

    private static void text(Group group, String name, long pointer, long length) {
        group.fails("a text of " + name, guest().handle(i64(pointer << 32 | length)), BAD_OUTPUT);
    }
}
