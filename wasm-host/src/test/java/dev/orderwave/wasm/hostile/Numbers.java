package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.GuestFault.FEATURE;
import static dev.orderwave.wasm.GuestFault.INVALID;
import static dev.orderwave.wasm.GuestFault.LIMIT;
import static dev.orderwave.wasm.Wasm.*;
import static dev.orderwave.wasm.hostile.Group.USUAL;
import static dev.orderwave.wasm.hostile.Group.guest;
import static dev.orderwave.wasm.hostile.Group.usualAnswer;

import dev.orderwave.wasm.TestGuest;

/// Numbers that are written in more bytes than they need, or than there may be, or that have no end.
final class Numbers {

    private static final byte[] ONE_IN_FIVE_BYTES = code(0x81, 0x80, 0x80, 0x80, 0);
    private static final byte[] ONE_IN_SIX_BYTES = code(0x81, 0x80, 0x80, 0x80, 0x80, 0);
    private static final byte[] OF_33_BITS = code(0xff, 0xff, 0xff, 0xff, 0x1f);
    private static final byte[] WITHOUT_END = repeat(20, 0x80);
    private static final int I32_CONST = 0x41;
    private static final int I64_CONST = 0x42;

    private Numbers() {}

    static Group of() {
        return new Group("numbers")
                .isHarmless("one in five bytes", guest().memory(0, ONE_IN_FIVE_BYTES))
                .isNotLoaded("one in six bytes", guest().memory(0, ONE_IN_SIX_BYTES), INVALID)
                .isNotLoaded("33 bits", guest().memory(0, OF_33_BITS), INVALID)
                .isNotLoaded("the end of the module in its middle", () -> code(header(), 1, 0x80, 0x80), INVALID)
                .isHarmless("the size of a section in five bytes", Numbers::paddedSection, USUAL)
                .isNotLoaded(
                        "the size of a section in six bytes", () -> code(header(), 1, ONE_IN_SIX_BYTES, 0), INVALID)
                .isNotLoaded("the size of a section of 33 bits", () -> code(header(), 1, OF_33_BITS, 0), INVALID)
                .isNotLoaded("a count without end", guest().with(TYPE_SECTION, WITHOUT_END), INVALID)
                .isNotLoaded(
                        "a negative count", guest().with(TYPE_SECTION, code(0xff, 0xff, 0xff, 0xff, 0x7f)), INVALID)
                .isHarmless("a constant in five bytes", constant(I32_CONST, ONE_IN_FIVE_BYTES))
                .isNotLoaded("an i32 constant in six bytes", constant(I32_CONST, ONE_IN_SIX_BYTES), INVALID)
                .isNotLoaded("an i32 constant of 35 bits", constant(I32_CONST, repeat(4, 0xff), 0x0f), INVALID)
                .isNotLoaded("an i64 constant in eleven bytes", constant(I64_CONST, repeat(10, 0x80), 0), INVALID)
                .isNotLoaded("an i64 constant of 70 bits", constant(I64_CONST, repeat(9, 0xff), 0x3f), INVALID)
                .isNotLoaded("a constant without end", constant(I64_CONST, WITHOUT_END), INVALID, FEATURE)
                .isNotLoaded("a local in six bytes", constant(LOCAL_GET, ONE_IN_SIX_BYTES), INVALID)
                .isNotLoaded("a label of 33 bits", guest().handle(BR, OF_33_BITS), INVALID)
                .isNotLoaded("an alignment of 2^63", constant(code(i32(0), I32_LOAD), 63, 0), INVALID)
                .isNotLoaded("an offset of 33 bits", constant(code(i32(0), I32_LOAD), 2, OF_33_BITS), INVALID)
                .isNotLoaded("the number of a memory", constant(code(i32(0), I32_LOAD), 0x42, 1, 0), INVALID, FEATURE)
                .isNotLoaded("a type of many bytes", valueType(code(0xff, 0x80, 0x80, 0)), FEATURE, INVALID)
                .isNotLoaded("two thirds of a number at the very end", () -> cut(2), INVALID)
                .isNotLoaded(
                        "a table that counts in 33 bits",
                        guest().with(TABLE_SECTION, 1, FUNCREF, 0, OF_33_BITS),
                        INVALID,
                        LIMIT);
    }

    private static TestGuest constant(Object... value) {
        return guest().handle(code(value), DROP, i64(usualAnswer()));
    }

    private static TestGuest valueType(byte[] type) {
        return guest().with(TYPE_SECTION, 1, FUNCTION_TYPE, 1, type, 0);
    }

    /// The first section, which is short, has its size in five bytes.
    private static byte[] paddedSection() {
        var good = guest().build();
        var size = good[9];
        var padded = code(header(), 1, 0x80 | size, 0x80, 0x80, 0x80, 0);
        var rest = new byte[good.length - 10];
        System.arraycopy(good, 10, rest, 0, rest.length);
        return code(padded, rest);
    }

    private static byte[] cut(int bytes) {
        return code(header(), 10, u32(bytes), repeat(bytes, 0xff));
    }
}
