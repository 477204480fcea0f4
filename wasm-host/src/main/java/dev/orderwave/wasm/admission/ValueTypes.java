package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;

/// The types a guest may compute with: i32, i64, f32 and f64. References and vectors are not run.
final class ValueTypes {

    private static final int F64 = 0x7c;
    private static final int I32 = 0x7f;

    private ValueTypes() {}

    static void next(WasmReader reader) {
        var type = reader.nextByte();
        if (type < F64 || type > I32) {
            throw reader.refused(
                    GuestFault.FEATURE,
                    "it uses the value type 0x%02x; i32, i64, f32 and f64 are allowed".formatted(type));
        }
    }

    static void nextList(WasmReader reader) {
        for (long count = reader.nextU32(); count > 0; count--) {
            next(reader);
        }
    }
}
