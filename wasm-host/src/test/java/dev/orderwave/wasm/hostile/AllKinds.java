package dev.orderwave.wasm.hostile;

import static dev.orderwave.wasm.Wasm.*;

/// Every instruction of the allow-list that computes something, each with operands that it takes.
final class AllKinds {

    private static final int CONVERSIONS = 0xa7;
    private static final int SATURATING = 0xfc;

    private AllKinds() {}

    /// They leave nothing on the stack.
    static byte[] ofInstructions() {
        return code(
                two(i32(6), 0x46, 0x4f),
                two(i64(6), 0x51, 0x5a),
                two(f32(6), 0x5b, 0x60),
                two(f64(6), 0x61, 0x66),
                one(i32(6), 0x67, 0x69),
                two(i32(6), 0x6a, 0x78),
                one(i64(6), 0x79, 0x7b),
                two(i64(6), 0x7c, 0x8a),
                one(f32(6), 0x8b, 0x91),
                two(f32(6), 0x92, 0x98),
                one(f64(6), 0x99, 0x9f),
                two(f64(6), 0xa0, 0xa6),
                conversions(),
                one(i32(6), 0xc0, 0xc1),
                one(i64(6), 0xc2, 0xc4),
                many(4, i -> code(i < 2 ? f32(6) : f64(6), SATURATING, i, DROP)),
                many(4, i -> code(i < 2 ? f32(6) : f64(6), SATURATING, 4 + i, DROP)),
                many(14, i -> code(i32(0), 0x28 + i, 0, 0, DROP)));
    }

    private static byte[] one(byte[] operand, int first, int last) {
        return many(last - first + 1, i -> code(operand, first + i, DROP));
    }

    private static byte[] two(byte[] operand, int first, int last) {
        return many(last - first + 1, i -> code(operand, operand, first + i, DROP));
    }

    /// The operand types of 0xa7 to 0xbf, in their order.
    private static byte[] conversions() {
        var operands = "IffddiiffddiiIIdiiIIffdiI";
        return many(operands.length(), i -> code(operand(operands.charAt(i)), CONVERSIONS + i, DROP));
    }

    private static byte[] operand(char type) {
        return switch (type) {
            case 'i' -> i32(6);
            case 'I' -> i64(6);
            case 'f' -> f32(6);
            default -> f64(6);
        };
    }
}
