package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.wasi.WasiFunction;

/// Bounds everything a module declares besides code: types, imports, tables, memory, segments.
final class DeclarationCheck {

    private static final int MOST_DECLARATIONS = 20_000;

    /// A compiler of a language comes to twenty. The JVM keeps for ever, in the space that it has for
    /// compiled code, how a method of each type is called: 14,000 types fill it, and then nothing is
    /// compiled any more, of no module.
    private static final int MOST_TYPES = 500;

    private static final int MOST_TABLE_ENTRIES = 65_536;

    private static final int FUNCTION_TYPE = 0x60;
    private static final int FUNCTION_REFERENCE = 0x70;
    private static final int HAS_MAXIMUM = 1;
    private static final int FUNCTION_IMPORT = 0;

    private final Limits limits;
    private final ExportCheck exports = new ExportCheck();

    DeclarationCheck(Limits limits) {
        this.limits = limits;
    }

    void check(int sectionId, WasmReader section) {
        switch (sectionId) {
            case SectionId.TYPE -> types(section);
            case SectionId.IMPORT -> imports(section);
            case SectionId.TABLE -> tables(section);
            case SectionId.MEMORY -> memories(section);
            case SectionId.FUNCTION -> exports.has(ExportCheck.FUNCTION, declarations(section, "functions"));
            case SectionId.GLOBAL -> globals(section);
            case SectionId.EXPORT -> exports.check(section, declarations(section, "exports"));
            case SectionId.ELEMENT -> new SegmentCheck(section).elements();
            case SectionId.DATA -> new SegmentCheck(section).data();
            case SectionId.START, SectionId.DATA_COUNT -> {}
            case SectionId.TAG -> throw section.refused(GuestFault.FEATURE, "it uses exceptions");
            default -> throw section.refused(GuestFault.INVALID, "it has a section of the unknown kind " + sectionId);
        }
    }

    private static void types(WasmReader section) {
        var types = section.nextU32();
        requireAtMost(section, MOST_TYPES, types, "types");
        for (; types > 0; types--) {
            if (section.nextByte() != FUNCTION_TYPE) {
                throw section.refused(GuestFault.FEATURE, "it uses garbage collected types");
            }
            ValueTypes.nextList(section);
            ValueTypes.nextList(section);
        }
    }

    /// An import that is not refused here still has to have the right parameters, which is seen when it is parsed.
    private void imports(WasmReader section) {
        var imports = section.nextU32();
        requireAtMost(section, WasiFunction.values().length, imports, "imports");
        exports.has(ExportCheck.FUNCTION, imports);
        for (; imports > 0; imports--) {
            var from = section.nextName();
            var name = section.nextName();
            if (section.nextByte() != FUNCTION_IMPORT
                    || !from.equals(WasiFunction.MODULE)
                    || WasiFunction.named(name).isEmpty()) {
                throw section.refused(
                        GuestFault.IMPORT_DENIED,
                        "it imports %s.%s; only functions of %s are there".formatted(from, name, WasiFunction.MODULE));
            }
            section.nextU32();
        }
    }

    private void tables(WasmReader section) {
        requireOne(section, "tables");
        exports.has(ExportCheck.TABLE, 1);
        if (section.nextByte() != FUNCTION_REFERENCE) {
            throw section.refused(GuestFault.FEATURE, "its table holds something else than functions");
        }
        requireAtMost(section, MOST_TABLE_ENTRIES, minimum(section), "table entries");
    }

    private void globals(WasmReader section) {
        var globals = declarations(section, "globals");
        exports.has(ExportCheck.GLOBAL, globals);
        for (; globals > 0; globals--) {
            ValueTypes.next(section);
            section.nextByte();
            ConstantExpression.skip(section);
        }
    }

    private void memories(WasmReader section) {
        requireOne(section, "memories");
        exports.has(ExportCheck.MEMORY, 1);
        requireAtMost(section, limits.maxMemoryPages(), minimum(section), "pages of memory to start with");
    }

    private static long minimum(WasmReader section) {
        var flags = section.nextByte();
        if (flags > HAS_MAXIMUM) {
            throw section.refused(GuestFault.FEATURE, "it has a table or memory that is shared or has 64 bits");
        }
        return section.nextU32();
    }

    private static long declarations(WasmReader section, String what) {
        var count = section.nextU32();
        requireAtMost(section, MOST_DECLARATIONS, count, what);
        return count;
    }

    private static void requireOne(WasmReader section, String what) {
        var count = section.nextU32();
        if (count != 1) {
            throw section.refused(GuestFault.FEATURE, "it has " + count + " " + what + ", this host runs one");
        }
    }

    private static void requireAtMost(WasmReader section, long most, long found, String what) {
        if (found > most) {
            throw section.refused(
                    GuestFault.LIMIT, "it has %,d %s, at most %,d are allowed".formatted(found, what, most));
        }
    }
}
