package dev.orderwave.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The binary format's words, to write small guests with: numbers, names, instructions.
final class Wasm {

    static final int I32 = 0x7f;
    static final int I64 = 0x7e;
    static final int V128 = 0x7b;

    static final int UNREACHABLE = 0x00;
    static final int LOOP = 0x03;
    static final int IF = 0x04;
    static final int ELSE = 0x05;
    static final int END = 0x0b;
    static final int BR = 0x0c;
    static final int BR_IF = 0x0d;
    static final int BR_TABLE = 0x0e;
    static final int CALL = 0x10;
    static final int CALL_INDIRECT = 0x11;
    static final int RETURN_CALL = 0x12;
    static final int DROP = 0x1a;
    static final int LOCAL_GET = 0x20;
    static final int GLOBAL_GET = 0x23;
    static final int GLOBAL_SET = 0x24;
    static final int TABLE_SET = 0x26;
    static final int I32_LOAD = 0x28;
    static final int I32_STORE = 0x36;
    static final int MEMORY_SIZE = 0x3f;
    static final int MEMORY_GROW = 0x40;
    static final int I32_NE = 0x47;
    static final int I64_EQZ = 0x50;
    static final int I32_DIV_S = 0x6d;
    static final int REF_FUNC = 0xd2;
    static final int NO_RESULT = 0x40;

    private static final int BULK = 0xfc;

    private Wasm() {}

    /// Strings of bytes and single bytes, one after the other.
    static byte[] code(Object... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            switch (part) {
                case Integer single -> out.write(single);
                case byte[] several -> out.writeBytes(several);
                default -> throw new IllegalArgumentException("neither a byte nor bytes: " + part);
            }
        }
        return out.toByteArray();
    }

    /// The instructions again and again, without end.
    static byte[] forever(Object... instructions) {
        return code(LOOP, NO_RESULT, code(instructions), BR, 0, END);
    }

    static byte[] memoryInit(int segment) {
        return code(BULK, u32(8), segment, 0);
    }

    static byte[] dataDrop(int segment) {
        return code(BULK, u32(9), segment);
    }

    static byte[] memoryCopy() {
        return code(BULK, u32(10), 0, 0);
    }

    static byte[] memoryFill() {
        return code(BULK, u32(11), 0);
    }

    static byte[] tableInit() {
        return code(BULK, u32(12), 0, 0);
    }

    static byte[] tableCopy() {
        return code(BULK, u32(14), 0, 0);
    }

    static byte[] tableGrow() {
        return code(BULK, u32(15), 0);
    }

    static byte[] u32(long value) {
        var out = new ByteArrayOutputStream();
        var rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    static byte[] i32(int value) {
        return code(0x41, signed(value));
    }

    static byte[] i64(long value) {
        return code(0x42, signed(value));
    }

    static byte[] name(String name) {
        return sized(name.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sized(byte[] content) {
        return code(u32(content.length), content);
    }

    static byte[] section(int id, byte[] content) {
        return code(id, sized(content));
    }

    private static byte[] signed(long value) {
        var out = new ByteArrayOutputStream();
        var rest = value;
        while (rest < -64 || rest > 63) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>= 7;
        }
        out.write((int) (rest & 0x7f));
        return out.toByteArray();
    }
}
