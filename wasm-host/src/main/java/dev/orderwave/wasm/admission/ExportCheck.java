package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;
import java.util.HashSet;
import java.util.List;

/// Sees to it that what a module exports is there, and each name only once: the engine's validation does not.
final class ExportCheck {

    static final int FUNCTION = 0;
    static final int TABLE = 1;
    static final int MEMORY = 2;
    static final int GLOBAL = 3;

    private static final List<String> KINDS = List.of("function", "table", "memory", "global");

    private final long[] counts = new long[KINDS.size()];

    /// Tells of functions and the like, which come before the exports.
    void has(int kind, long more) {
        counts[kind] += more;
    }

    void check(WasmReader section, long exports) {
        var names = new HashSet<String>();
        for (long i = 0; i < exports; i++) {
            var name = section.nextName();
            if (!names.add(name)) {
                throw section.refused(GuestFault.INVALID, "it exports " + name + " twice");
            }
            var kind = section.nextByte();
            var index = section.nextU32();
            if (kind >= KINDS.size() || index >= counts[kind]) {
                var what = kind < KINDS.size() ? KINDS.get(kind) : "thing of the unknown kind " + kind;
                throw section.refused(
                        GuestFault.INVALID,
                        "it exports as %s the %s %d, which is not there".formatted(name, what, index));
            }
        }
    }
}
