package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;

/// What a global, a segment's place or an entry of a table starts as: one instruction that gives a value. Longer ones
/// are evaluated for each instance, outside of any deadline, and no compiler of a language makes them.
final class ConstantExpression {

    private static final int GLOBAL_GET = 0x23;
    private static final int I32_CONST = 0x41;
    private static final int I64_CONST = 0x42;
    private static final int F32_CONST = 0x43;
    private static final int F64_CONST = 0x44;
    private static final int REF_NULL = 0xd0;
    private static final int REF_FUNC = 0xd2;
    private static final int END = 0x0b;

    private ConstantExpression() {}

    static void skip(WasmReader reader) {
        var opcode = reader.nextByte();
        switch (opcode) {
            case GLOBAL_GET, REF_FUNC -> reader.nextU32();
            case I32_CONST, I64_CONST, REF_NULL -> reader.skipSigned();
            case F32_CONST -> reader.next(Float.BYTES);
            case F64_CONST -> reader.next(Double.BYTES);
            default ->
                throw reader.refused(
                        GuestFault.FEATURE,
                        "it starts something with the instruction 0x%02x; constants are allowed".formatted(opcode));
        }
        if (reader.nextByte() != END) {
            throw reader.refused(GuestFault.FEATURE, "it starts something with more than one instruction");
        }
    }
}
