package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.ValType;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How a module takes a message and gives its verdict. The numbers are function indices.
sealed interface Contract {

    /// `alloc(i32) -> i32` gives room for the message, `handle(i32, i32) -> i64` takes it and points to
    /// the verdict, and `_initialize()`, if there is one, is called before.
    record Reactor(int alloc, int handle, OptionalInt initialize) implements Contract {}

    /// `_start()` reads the message from stdin and writes the verdict to stdout.
    record Command(int start) implements Contract {}

    /// The contract that the module's exports fit.
    ///
    /// @throws GuestException if they fit none
    static Contract of(ModuleInfo module, WasmModule wasm) {
        return new Exports(module, wasm).contract();
    }

    /// What a module exports, by name.
    record Exports(ModuleInfo module, WasmModule wasm) {

        private static final int VERSION = 1;
        private static final FunctionType ALLOC = FunctionType.of(List.of(ValType.I32), List.of(ValType.I32));
        private static final FunctionType HANDLE =
                FunctionType.of(List.of(ValType.I32, ValType.I32), List.of(ValType.I64));
        private static final FunctionType PROCEDURE = FunctionType.of(List.of(), List.of());

        Contract contract() {
            requireThisVersion();
            if (find(ExternalType.MEMORY, "memory").isEmpty()) {
                throw refused("it does not export its memory as memory");
            }
            var isCommand = find(ExternalType.FUNCTION, "_start").isPresent()
                    && find(ExternalType.FUNCTION, "handle").isEmpty();
            return isCommand ? new Command(required("_start", PROCEDURE)) : reactor();
        }

        /// A module need not say for which version of the contract it was built; then it is this one.
        private void requireThisVersion() {
            find(ExternalType.GLOBAL, "contract_version").ifPresent(export -> {
                var value = wasm.globalSection()
                        .getGlobal(export.index())
                        .initInstructions()
                        .getFirst();
                if (value.opcode() != OpCode.I32_CONST || value.operand(0) != VERSION) {
                    throw refused("its contract_version is %s, this host speaks version %d: build it for that"
                            .formatted(Arrays.toString(value.operands()), VERSION));
                }
            });
        }

        private Reactor reactor() {
            return new Reactor(
                    required("alloc", ALLOC),
                    required("handle", HANDLE),
                    find(ExternalType.FUNCTION, "_initialize").isEmpty()
                            ? OptionalInt.empty()
                            : OptionalInt.of(required("_initialize", PROCEDURE)));
        }

        private int required(String name, FunctionType type) {
            var export = find(ExternalType.FUNCTION, name)
                    .orElseThrow(() -> refused("it does not export the function " + name + type));
            var found = typeOf(export.index());
            if (!type.equals(found)) {
                throw refused("its function " + name + " is " + found + ", the contract says " + type);
            }
            return export.index();
        }

        /// Imported functions have the first numbers.
        private FunctionType typeOf(int function) {
            var imports = wasm.importSection();
            var imported = imports.importCount();
            var type = function < imported
                    ? ((FunctionImport) imports.getImport(function)).typeIndex()
                    : wasm.functionSection().getFunctionType(function - imported);
            return wasm.typeSection().getType(type);
        }

        private Optional<Export> find(ExternalType kind, String name) {
            var exports = wasm.exportSection();
            return IntStream.range(0, exports.exportCount())
                    .mapToObj(exports::getExport)
                    .filter(export ->
                            export.exportType() == kind && export.name().equals(name))
                    .findFirst();
        }

        private GuestException refused(String detail) {
            return GuestException.notLoaded(module, GuestFault.ABI, detail);
        }
    }
}
