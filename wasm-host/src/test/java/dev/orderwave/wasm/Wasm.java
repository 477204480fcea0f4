package dev.orderwave.wasm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/// The binary format's words, to write small guests with: numbers, names, instructions.
public final class Wasm {

    public static final int I32 = 0x7f;
    public static final int I64 = 0x7e;
    public static final int F32 = 0x7d;
    public static final int F64 = 0x7c;
    public static final int V128 = 0x7b;
    public static final int FUNCREF = 0x70;
    public static final int EXTERNREF = 0x6f;
    public static final int FUNCTION_TYPE = 0x60;

    public static final int CUSTOM_SECTION = 0;
    public static final int TYPE_SECTION = 1;
    public static final int IMPORT_SECTION = 2;
    public static final int FUNCTION_SECTION = 3;
    public static final int TABLE_SECTION = 4;
    public static final int MEMORY_SECTION = 5;
    public static final int GLOBAL_SECTION = 6;
    public static final int EXPORT_SECTION = 7;
    public static final int START_SECTION = 8;
    public static final int ELEMENT_SECTION = 9;
    public static final int CODE_SECTION = 10;
    public static final int DATA_SECTION = 11;
    public static final int DATA_COUNT_SECTION = 12;
    public static final int TAG_SECTION = 13;

    public static final int UNREACHABLE = 0x00;
    public static final int NOP = 0x01;
    public static final int BLOCK = 0x02;
    public static final int LOOP = 0x03;
    public static final int IF = 0x04;
    public static final int ELSE = 0x05;
    public static final int END = 0x0b;
    public static final int BR = 0x0c;
    public static final int BR_IF = 0x0d;
    public static final int BR_TABLE = 0x0e;
    public static final int RETURN = 0x0f;
    public static final int CALL = 0x10;
    public static final int CALL_INDIRECT = 0x11;
    public static final int RETURN_CALL = 0x12;
    public static final int DROP = 0x1a;
    public static final int SELECT = 0x1b;
    public static final int LOCAL_GET = 0x20;
    public static final int LOCAL_SET = 0x21;
    public static final int LOCAL_TEE = 0x22;
    public static final int GLOBAL_GET = 0x23;
    public static final int GLOBAL_SET = 0x24;
    public static final int TABLE_SET = 0x26;
    public static final int I32_LOAD = 0x28;
    public static final int I64_LOAD = 0x29;
    public static final int I32_LOAD8_U = 0x2d;
    public static final int I32_LOAD16_U = 0x2f;
    public static final int I32_STORE = 0x36;
    public static final int I64_STORE = 0x37;
    public static final int I32_STORE8 = 0x3a;
    public static final int MEMORY_SIZE = 0x3f;
    public static final int MEMORY_GROW = 0x40;
    public static final int I32_NE = 0x47;
    public static final int I64_NE = 0x52;
    public static final int I32_SHL = 0x74;
    public static final int I64_EQZ = 0x50;
    public static final int I32_LE_S = 0x4c;
    public static final int I32_ADD = 0x6a;
    public static final int I32_SUB = 0x6b;
    public static final int I32_MUL = 0x6c;
    public static final int I32_DIV_S = 0x6d;
    public static final int I32_DIV_U = 0x6e;
    public static final int I32_REM_S = 0x6f;
    public static final int I32_REM_U = 0x70;
    public static final int I64_ADD = 0x7c;
    public static final int I64_DIV_S = 0x7f;
    public static final int I64_REM_U = 0x82;
    public static final int F64_DIV = 0xa3;
    public static final int F64_SQRT = 0x9f;
    public static final int I32_TRUNC_F32_S = 0xa8;
    public static final int I32_TRUNC_F64_U = 0xab;
    public static final int I64_TRUNC_F64_S = 0xb0;
    public static final int REF_FUNC = 0xd2;
    public static final int NO_RESULT = 0x40;

    private static final int BULK = 0xfc;

    private Wasm() {}

    /// Strings of bytes and single bytes, one after the other.
    public static byte[] code(Object... parts) {
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
    public static byte[] forever(Object... instructions) {
        return code(LOOP, NO_RESULT, code(instructions), BR, 0, END);
    }

    public static byte[] memoryInit(int segment) {
        return code(BULK, u32(8), segment, 0);
    }

    public static byte[] dataDrop(int segment) {
        return code(BULK, u32(9), segment);
    }

    public static byte[] memoryCopy() {
        return code(BULK, u32(10), 0, 0);
    }

    public static byte[] memoryFill() {
        return code(BULK, u32(11), 0);
    }

    public static byte[] tableInit() {
        return code(BULK, u32(12), 0, 0);
    }

    public static byte[] tableCopy() {
        return code(BULK, u32(14), 0, 0);
    }

    public static byte[] tableGrow() {
        return code(BULK, u32(15), 0);
    }

    /// The parts again and again, `times` times.
    public static byte[] repeat(int times, Object... parts) {
        var part = code(parts);
        return many(times, _ -> part);
    }

    public static byte[] many(int times, IntFunction<byte[]> part) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(part.apply(i));
        }
        return out.toByteArray();
    }

    /// A list as the format has it: how many there are, then each of them.
    public static byte[] list(int length, IntFunction<byte[]> entry) {
        return code(u32(length), many(length, entry));
    }

    public static byte[] f32(float value) {
        var bits = Float.floatToRawIntBits(value);
        return code(0x43, many(Float.BYTES, i -> code(bits >>> 8 * i)));
    }

    public static byte[] f64(double value) {
        var bits = Double.doubleToRawLongBits(value);
        return code(0x44, many(Double.BYTES, i -> code((int) (bits >>> 8 * i))));
    }

    /// What every module starts with.
    public static byte[] header() {
        return code(0, (int) 'a', (int) 's', (int) 'm', 1, 0, 0, 0);
    }

    public static byte[] u32(long value) {
        var out = new ByteArrayOutputStream();
        var rest = value;
        while (rest > 0x7f) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    public static byte[] i32(int value) {
        return code(0x41, signed(value));
    }

    public static byte[] i64(long value) {
        return code(0x42, signed(value));
    }

    public static byte[] name(String name) {
        return sized(name.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] sized(byte[] content) {
        return code(u32(content.length), content);
    }

    public static byte[] section(int id, byte[] content) {
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
