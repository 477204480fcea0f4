package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;

/// Bounds the segments that fill memory and table. The engine's parser makes room for as many bytes or entries as a
/// segment says it has, before it looks whether they are there; here they are looked for.
final class SegmentCheck {

    /// Go's compiler makes 36,000 of them.
    private static final int MOST_DATA_SEGMENTS = 100_000;

    /// Segments and entries together: each entry becomes a list of instructions.
    private static final int MOST_ELEMENTS = 65_536;

    private static final int FUNCTION_REFERENCE = 0x70;

    /// Bits of what an element segment starts with: it has no place or, with a place, names its table; its entries are
    /// expressions.
    private static final int NO_PLACE = 1;

    private static final int NAMES_TABLE = 2;
    private static final int EXPRESSIONS = 4;
    private static final int MOST_FLAGS = 7;

    private static final int PASSIVE_DATA = 1;
    private static final int NAMES_MEMORY = 2;

    private final WasmReader section;
    private long elements;

    SegmentCheck(WasmReader section) {
        this.section = section;
    }

    void data() {
        var segments = section.nextU32();
        requireAtMost(MOST_DATA_SEGMENTS, segments, "data segments");
        for (; segments > 0; segments--) {
            var kind = section.nextU32();
            if (kind > NAMES_MEMORY) {
                throw section.refused(GuestFault.INVALID, "it has a data segment of the unknown kind " + kind);
            }
            if (kind == NAMES_MEMORY) {
                section.nextU32();
            }
            if (kind != PASSIVE_DATA) {
                ConstantExpression.skip(section);
            }
            section.next(section.nextU32());
        }
    }

    void elements() {
        for (long segments = counted(); segments > 0; segments--) {
            var flags = section.nextU32();
            if (flags > MOST_FLAGS) {
                throw section.refused(GuestFault.INVALID, "it has table elements of the unknown kind " + flags);
            }
            place(flags);
            for (long entries = counted(); entries > 0; entries--) {
                if ((flags & EXPRESSIONS) != 0) {
                    ConstantExpression.skip(section);
                } else {
                    section.nextU32();
                }
            }
        }
    }

    private void place(long flags) {
        if ((flags & NO_PLACE) == 0) {
            if ((flags & NAMES_TABLE) != 0) {
                section.nextU32();
            }
            ConstantExpression.skip(section);
        }
        if ((flags & (NO_PLACE | NAMES_TABLE)) != 0) {
            var type = section.nextByte();
            if ((flags & EXPRESSIONS) != 0 && type != FUNCTION_REFERENCE) {
                throw section.refused(GuestFault.FEATURE, "its table elements are something else than functions");
            }
        }
    }

    private long counted() {
        var count = section.nextU32();
        elements += count;
        requireAtMost(MOST_ELEMENTS, elements, "table elements");
        return count;
    }

    private void requireAtMost(long most, long found, String what) {
        if (found > most) {
            throw section.refused(
                    GuestFault.LIMIT, "it has %,d %s, at most %,d are allowed".formatted(found, what, most));
        }
    }
}
