package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ActiveElement;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.Value;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import java.util.Optional;

/// The table that all instances of a module call functions through. They share it, because a guest that is admitted
/// cannot change it, and because filling one costs more than the rest of an instance.
///
/// It names functions only, not whose they are: the engine takes them for those of the instance that calls.
final class FunctionTable {

    private final ModuleInfo module;
    private final WasmModule wasm;
    private final Constants constants;

    private FunctionTable(ModuleInfo module, WasmModule wasm) {
        this.module = module;
        this.wasm = wasm;
        this.constants = new Constants(wasm);
    }

    /// The filled table of a valid module, if it has one.
    ///
    /// @throws GuestException if what the module puts into it does not fit
    static Optional<TableInstance> of(ModuleInfo module, WasmModule wasm) {
        return new FunctionTable(module, wasm).filled();
    }

    private Optional<TableInstance> filled() {
        var tables = wasm.tableSection();
        if (tables.tableCount() == 0) {
            return Optional.empty();
        }
        var table = empty(tables.getTable(0));
        wasm.elementSection().stream()
                .filter(ActiveElement.class::isInstance)
                .map(ActiveElement.class::cast)
                .forEach(elements -> fill(table, elements));
        return Optional.of(table);
    }

    /// Its own limits, because an instance of a table may change those it was given.
    private static TableInstance empty(Table declared) {
        var limits = new TableLimits(declared.limits().min(), declared.limits().max());
        return new TableInstance(new Table(declared.elementType(), limits), Value.REF_NULL_VALUE);
    }

    private void fill(TableInstance table, ActiveElement elements) {
        var place = constants.value(elements.offset());
        var functions = elements.initializers();
        if (place < 0 || place > table.size() - functions.size()) {
            throw GuestException.notLoaded(
                    module,
                    GuestFault.TRAP,
                    "it puts %,d functions at %,d of a table of %,d".formatted(functions.size(), place, table.size()));
        }
        for (int i = 0; i < functions.size(); i++) {
            table.setRef(place + i, constants.value(functions.get(i)), null);
        }
    }
}
