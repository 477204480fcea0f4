package dev.orderwave.wasm.admission;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.orderwave.wasm.GuestFault;
import java.util.ArrayList;
import java.util.List;

/// What the functions of a module take and leave, as its sections of types, imports and functions say.
final class Signatures {

    private static final int FUNCTION_IMPORT = 0;

    /// For each type the engine makes a way to call functions of it, for each function a way to call it
    /// from outside; in both each value is handled several times.
    private static final int CELLS_PER_VALUE = 10;

    /// In it is an entry for each function of the type, and each function is asked whether it is of the type.
    private static final int CELLS_PER_ENTRY = 40;

    private static final int STEPS_TO_COMPARE = 100;

    private final List<Signature> types = new ArrayList<>();
    private final List<Signature> functions = new ArrayList<>();
    private int imported;

    /// Only after [DeclarationCheck] has found these sections to be well-formed.
    void read(int sectionId, WasmReader section) {
        switch (sectionId) {
            case SectionId.TYPE -> types(section);
            case SectionId.IMPORT -> imports(section);
            case SectionId.FUNCTION -> functions(section);
            default -> {}
        }
    }

    Signature type(long index, WasmReader at) {
        return get(types, index, "type", at);
    }

    Signature function(long index, WasmReader at) {
        return get(functions, index, "function", at);
    }

    /// Of the function with this place in the code section.
    Signature defined(long place, WasmReader at) {
        return function(imported + place, at);
    }

    /// What it costs to make functions callable through a table, whether or not there is one. Types of as many values
    /// count as equal, which makes little difference but for modules that have the same type again and again.
    CompilerWork work() {
        var functionsOf = functions.stream().collect(groupingBy(signature -> signature, counting()));
        long cells = 0;
        for (var type : types) {
            cells += (long) type.values() * CELLS_PER_VALUE
                    + functionsOf.getOrDefault(type, 0L) * (CELLS_PER_ENTRY + type.values());
        }
        for (var function : functions) {
            cells += (long) function.values() * CELLS_PER_VALUE;
        }
        return new CompilerWork(0, types.size(), cells, (long) types.size() * functions.size() * STEPS_TO_COMPARE, 0);
    }

    private void types(WasmReader section) {
        for (long count = section.nextU32(); count > 0; count--) {
            section.nextByte();
            types.add(new Signature(ValueTypes.nextList(section), ValueTypes.nextList(section)));
        }
    }

    private void imports(WasmReader section) {
        for (long count = section.nextU32(); count > 0; count--) {
            section.nextName();
            section.nextName();
            if (section.nextByte() != FUNCTION_IMPORT) {
                throw section.refused(GuestFault.IMPORT_DENIED, "it imports something that is no function");
            }
            functions.add(type(section.nextU32(), section));
            imported++;
        }
    }

    private void functions(WasmReader section) {
        for (long count = section.nextU32(); count > 0; count--) {
            functions.add(type(section.nextU32(), section));
        }
    }

    private static Signature get(List<Signature> all, long index, String what, WasmReader at) {
        if (index >= all.size()) {
            throw at.refused(GuestFault.INVALID, "it has no " + what + " " + index);
        }
        return all.get((int) index);
    }
}
