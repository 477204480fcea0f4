package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;

/// The types a guest may compute with: i32, i64, f32 and f64. References and vectors are not run.
final class ValueTypes {

    private static final int F64 = 0x7c;
    private static final int I32 = 0x7f;

    /// A compiler of a language comes to ten. What the JVM keeps for each list it never gives back, so it is not long.
    private static final int LONGEST_LIST = 50;

    private ValueTypes() {}

    static void next(WasmReader reader) {
        var type = reader.nextByte();
        if (type < F64 || type > I32) {
            throw reader.refused(
                    GuestFault.FEATURE,
                    "it uses the value type 0x%02x; i32, i64, f32 and f64 are allowed".formatted(type));
        }
    }

    /// Reads a list of types and tells how long it is.
    static int nextList(WasmReader reader) {
        var count = reader.nextU32();
        if (count > LONGEST_LIST) {
            throw reader.refused(
                    GuestFault.LIMIT,
                    "it has a function of %,d parameters or results, at most %,d are allowed"
                            .formatted(count, LONGEST_LIST));
        }
        for (long i = 0; i < count; i++) {
            next(reader);
        }
        return (int) count;
    }
}
