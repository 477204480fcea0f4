package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Export;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The functions of the contract, found in a module: `alloc(i32) -> i32`, `handle(i32, i32) -> i64` and, if there is
/// one,
/// `_initialize()`. The numbers are function indices.
record GuestExports(int alloc, int handle, OptionalInt initialize) {

    private static final FunctionType ALLOC = FunctionType.of(List.of(ValType.I32), List.of(ValType.I32));
    private static final FunctionType HANDLE = FunctionType.of(List.of(ValType.I32, ValType.I32), List.of(ValType.I64));
    private static final FunctionType INITIALIZE = FunctionType.of(List.of(), List.of());

    static GuestExports of(ModuleInfo module, WasmModule wasm) {
        if (find(wasm, ExternalType.MEMORY, "memory").isEmpty()) {
            throw refused(module, "it does not export its memory as memory");
        }
        var initialize = find(wasm, ExternalType.FUNCTION, "_initialize");
        return new GuestExports(
                required(module, wasm, "alloc", ALLOC),
                required(module, wasm, "handle", HANDLE),
                initialize.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(required(module, wasm, "_initialize", INITIALIZE)));
    }

    private static int required(ModuleInfo module, WasmModule wasm, String name, FunctionType type) {
        var export = find(wasm, ExternalType.FUNCTION, name)
                .orElseThrow(() -> refused(module, "it does not export the function " + name + type));
        var found = wasm.typeSection().getType(wasm.functionSection().getFunctionType(export.index()));
        if (!type.equals(found)) {
            throw refused(module, "its function " + name + " is " + found + ", the contract says " + type);
        }
        return export.index();
    }

    private static Optional<Export> find(WasmModule wasm, ExternalType kind, String name) {
        var exports = wasm.exportSection();
        return IntStream.range(0, exports.exportCount())
                .mapToObj(exports::getExport)
                .filter(export -> export.exportType() == kind && export.name().equals(name))
                .findFirst();
    }

    private static GuestException refused(ModuleInfo module, String detail) {
        return GuestException.notLoaded(module, GuestFault.ABI, detail);
    }
}
