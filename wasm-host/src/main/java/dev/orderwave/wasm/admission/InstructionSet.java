package dev.orderwave.wasm.admission;

import java.util.Arrays;

/// The instructions a guest may use: WebAssembly 1.0, sign extension, saturating conversions and bulk memory.
///
/// Left out is what this host cannot bound: tail calls escape the stack limit, growing tables and garbage collected
/// arrays the memory limit; threads could block a caller. A table cannot be changed at all: no compiler of a language
/// asks for it. Left out, too, is what the engine runs slowly or not at all: vectors, references, exceptions.
final class InstructionSet {

    private static final int BULK_PREFIX = 0xfc;
    private static final Instruction REFUSED = new Instruction(Kind.REFUSED, 0);
    private static final Instruction[] PLAIN = plain();
    private static final Instruction[] BULK = bulk();

    private InstructionSet() {}

    /// Reads the next opcode; what follows it says its kind.
    static Instruction next(WasmReader code) {
        var opcode = code.nextByte();
        if (opcode != BULK_PREFIX) {
            return PLAIN[opcode];
        }
        var second = code.nextU32();
        return second < BULK.length ? BULK[(int) second] : REFUSED;
    }

    /// The part of WebAssembly that an opcode which is refused belongs to.
    static String feature(int opcode) {
        return switch (opcode) {
            case 0x06, 0x07, 0x08, 0x09, 0x0a, 0x18, 0x19, 0x1f -> "exceptions";
            case 0x12, 0x13 -> "tail calls";
            case 0x14, 0x15, 0x1c, 0x25, 0x26, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6 -> "references";
            case 0xfb -> "garbage collection";
            case BULK_PREFIX -> "changing tables";
            case 0xfd -> "vectors";
            case 0xfe -> "threads";
            default -> "something unknown";
        };
    }

    private static Instruction[] plain() {
        var set = new Instruction[256];
        Arrays.fill(set, REFUSED);
        put(set, 0x00, 0x00, Kind.LEAVE, 0);
        put(set, 0x01, 0x01, Kind.PLAIN, 0);
        put(set, 0x02, 0x03, Kind.BLOCK, 0);
        put(set, 0x04, 0x04, Kind.BLOCK, -1);
        put(set, 0x05, 0x05, Kind.ELSE, 0);
        put(set, 0x0b, 0x0b, Kind.END, 0);
        put(set, 0x0c, 0x0c, Kind.JUMP, 0);
        put(set, 0x0d, 0x0d, Kind.BRANCH, -1);
        put(set, 0x0e, 0x0e, Kind.JUMP_TABLE, -1);
        put(set, 0x0f, 0x0f, Kind.LEAVE, 0);
        put(set, 0x10, 0x10, Kind.CALL, 0);
        put(set, 0x11, 0x11, Kind.CALL_INDIRECT, -1);
        put(set, 0x1a, 0x1a, Kind.PLAIN, -1);
        put(set, 0x1b, 0x1b, Kind.PLAIN, -2);
        put(set, 0x20, 0x20, Kind.INDEX, 1);
        put(set, 0x21, 0x21, Kind.INDEX, -1);
        put(set, 0x22, 0x22, Kind.INDEX, 0);
        put(set, 0x23, 0x23, Kind.INDEX, 1);
        put(set, 0x24, 0x24, Kind.INDEX, -1);
        put(set, 0x28, 0x35, Kind.ADDRESS, 0);
        put(set, 0x36, 0x3e, Kind.ADDRESS, -2);
        put(set, 0x3f, 0x3f, Kind.INDEX, 1);
        put(set, 0x40, 0x40, Kind.INDEX, 0);
        put(set, 0x41, 0x42, Kind.SIGNED, 1);
        put(set, 0x43, 0x43, Kind.FOUR_BYTES, 1);
        put(set, 0x44, 0x44, Kind.EIGHT_BYTES, 1);
        putNumeric(set);
        return set;
    }

    /// Those with one operand leave the stack as high as it was, those with two make it one lower.
    private static void putNumeric(Instruction[] set) {
        put(set, 0x45, 0xc4, Kind.PLAIN, 0);
        put(set, 0x46, 0x4f, Kind.PLAIN, -1);
        put(set, 0x51, 0x66, Kind.PLAIN, -1);
        put(set, 0x6a, 0x78, Kind.PLAIN, -1);
        put(set, 0x7c, 0x8a, Kind.PLAIN, -1);
        put(set, 0x92, 0x98, Kind.PLAIN, -1);
        put(set, 0xa0, 0xa6, Kind.PLAIN, -1);
    }

    private static Instruction[] bulk() {
        var set = new Instruction[12];
        put(set, 0, 7, Kind.PLAIN, 0);
        put(set, 8, 8, Kind.TWO_INDICES, -3);
        put(set, 9, 9, Kind.INDEX, 0);
        put(set, 10, 10, Kind.TWO_INDICES, -3);
        put(set, 11, 11, Kind.INDEX, -3);
        return set;
    }

    private static void put(Instruction[] set, int first, int last, Kind kind, int change) {
        Arrays.fill(set, first, last + 1, new Instruction(kind, change));
    }

    /// What an instruction does to the flow of control, or else what follows its opcode.
    enum Kind {
        REFUSED,
        BLOCK,
        ELSE,
        END,
        BRANCH,
        JUMP,
        JUMP_TABLE,
        LEAVE,
        CALL,
        CALL_INDIRECT,
        PLAIN,
        INDEX,
        TWO_INDICES,
        ADDRESS,
        SIGNED,
        FOUR_BYTES,
        EIGHT_BYTES
    }

    /// @param change how many values it leaves on the stack less those it takes; what the type of a call or a block
    ///     says comes on top
    record Instruction(Kind kind, int change) {}
}
