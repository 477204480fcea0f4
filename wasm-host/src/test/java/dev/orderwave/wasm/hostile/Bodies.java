package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.TestGuest;

/// Functions that are no functions: their instructions do not fit together, or mean nothing.
final class Bodies {

    private Bodies() {}

    static Group of() {
        return references(structure(types(new Group("function bodies"))));
    }

    private static Group types(Group group) {
        invalid(group, "an i64 where an i32 is due", i64(1), DROP, i64(1), IF, NO_RESULT, END);
        invalid(group, "an f32 added to an i32", i32(1), f32(1), I32_ADD, DROP);
        invalid(group, "taking from an empty stack", DROP);
        invalid(group, "adding to nothing", i32(1), I32_ADD, DROP);
        invalid(group, "leaving something behind", i32(1));
        invalid(group, "taking what is below the block", i32(1), BLOCK, NO_RESULT, DROP, END);
        invalid(group, "an if with a result, but no else", i32(1), IF, I32, i32(1), END, DROP);
        invalid(group, "sides of an if that differ", i32(1), IF, I32, i32(1), ELSE, i64(1), END, DROP);
        invalid(group, "choosing between an i32 and an i64", i32(1), i64(1), i32(1), SELECT, DROP);
        invalid(group, "calling with too little", i32(1), CALL, 1, DROP);
        invalid(group, "calling with something else", i64(1), CALL, 0, DROP);
        invalid(group, "a label without the value it is due", BLOCK, I32, BR, 0, END, DROP);
        invalid(group, "an i64 as an address", i64(0), I32_LOAD, 2, 0, DROP);
        invalid(group, "an alignment larger than the number", i32(0), I32_LOAD, 3, 0, DROP);
        return group.isNotLoaded("no result", guest().handle(), INVALID)
                .isNotLoaded("another result", guest().handle(i32(0)), INVALID)
                .isNotLoaded("returning nothing", guest().handle(RETURN), INVALID)
                .isHarmless("whatever it likes after unreachable", unreached())
                .isHarmless(
                        "values that a block takes and gives",
                        guest().handle(i64(usualAnswer()), BLOCK, 3, END)
                                .function("", code(0), code(0))
                                .function("", code(1, I64), code(1, I64), LOCAL_GET, 0));
    }

    private static Group structure(Group group) {
        invalid(group, "an else without an if", ELSE);
        invalid(group, "an else twice", i32(1), IF, NO_RESULT, ELSE, ELSE, END);
        invalid(group, "an else in a block", BLOCK, NO_RESULT, ELSE, END);
        return group.isNotLoaded("no end", raw(0, NOP), INVALID)
                .isNotLoaded("a block without an end", raw(0, BLOCK, NO_RESULT, END), INVALID)
                .isNotLoaded("an end too many", raw(0, END, END), INVALID)
                .isNotLoaded("code after its end", raw(0, END, NOP, NOP), INVALID)
                .isNotLoaded("nothing at all", raw(), INVALID)
                .isNotLoaded("half of a constant", raw(0, 0x44, 0, 0, END), INVALID)
                .isNotLoaded("half of a br_table", raw(0, i32(0), BR_TABLE, 9, 0, 0), INVALID)
                .isNotLoaded("half of its locals", raw(1, 9), INVALID)
                .isNotLoaded("locals of the unknown type 0x55", raw(1, 1, 0x55, END), FEATURE)
                .isNotLoaded("a block of the unknown type 0x55", raw(0, BLOCK, 0x55, END, END), FEATURE)
                .isNotLoaded("the unknown instruction 0x27", raw(0, 0x27, END), FEATURE)
                .isNotLoaded("the unknown instruction 0xff", raw(0, 0xff, END), FEATURE)
                .isNotLoaded("the unknown instruction 0xfc 99", raw(0, 0xfc, 99, END), FEATURE)
                .isNotLoaded("the unknown instruction 0xfc 2^32-1", raw(0, 0xfc, u32(0xffff_ffffL), END), FEATURE)
                .isNotLoaded("a function that ends in the next one", overlapping(), INVALID, FEATURE);
    }

    private static Group references(Group group) {
        invalid(group, "a label that is not there", BR, 2);
        invalid(group, "the label 2^32-1", BR, u32(0xffff_ffffL));
        invalid(group, "a local that is not there", LOCAL_GET, 2, DROP);
        invalid(group, "the local 2^32-1", LOCAL_GET, u32(0xffff_ffffL), DROP);
        invalid(group, "a global that is not there", GLOBAL_GET, 0, DROP);
        invalid(group, "a function that is not there", CALL, 77);
        invalid(group, "the function 2^32-1", CALL, u32(0xffff_ffffL));
        invalid(group, "a type that is not there", BLOCK, 9, END);
        invalid(group, "a call through a table that is not there", i32(0), CALL_INDIRECT, 0, 0, DROP);
        invalid(group, "a segment that is not there", i32(0), i32(0), i32(0), memoryInit(7));
        invalid(group, "a segment without a count of segments", i32(0), i32(0), i32(0), memoryInit(0));
        return group.isNotLoaded(
                "writing a constant global",
                guest().with(GLOBAL_SECTION, 1, I32, 0, i32(0), END).handle(i32(1), GLOBAL_SET, 0, i64(0)),
                INVALID);
    }

    private static void invalid(Group group, String name, Object... body) {
        group.isNotLoaded(name, guest().handle(code(body), i64(usualAnswer())), GuestFault.INVALID);
    }

    /// A function that nobody calls, given with its locals and its end.
    private static TestGuest raw(Object... body) {
        return guest().rawFunction("", code(0), code(0), code(body));
    }

    private static TestGuest unreached() {
        return guest().handle(i64(usualAnswer()), RETURN, DROP, I32_ADD, DROP, I64_ADD, DROP, UNREACHABLE);
    }

    private static TestGuest overlapping() {
        return guest().with(
                        CODE_SECTION,
                        2,
                        sized(code(0, i32(TestGuest.MESSAGE), END, 0x44)),
                        sized(code(0, i64(0), END)));
    }
}
