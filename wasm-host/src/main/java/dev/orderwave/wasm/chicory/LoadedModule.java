package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleInfo;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.wasi.WasiFunction;
import java.util.List;

/// Everything the instances of one module share. None of it carries anything from one to the next.
///
/// @param code what is shared with equal modules, too
/// @param imports what the module asks of its world
record LoadedModule(ModuleInfo info, Sandbox sandbox, Code code, Contract contract, List<WasiFunction> imports) {

    static LoadedModule of(ModuleInfo info, Sandbox sandbox, Code code) {
        var wasm = code.wasm();
        var imports = imports(info, wasm);
        return new LoadedModule(info, sandbox, code, Contract.of(info, wasm), imports);
    }

    Limits limits() {
        return sandbox.limits();
    }

    MemoryLimits memory() {
        return code.wasm().memorySection().orElseThrow().getMemory(0).limits();
    }

    private static List<WasiFunction> imports(ModuleInfo info, WasmModule wasm) {
        return wasm.importSection().stream()
                .map(FunctionImport.class::cast)
                .map(declared -> granted(info, wasm, declared))
                .toList();
    }

    private static WasiFunction granted(ModuleInfo info, WasmModule wasm, FunctionImport declared) {
        var function = WasiFunction.named(declared.name()).orElseThrow();
        var expected = SealedWorld.typeOf(function);
        var found = wasm.typeSection().getType(declared.typeIndex());
        if (!expected.equals(found)) {
            throw GuestException.notLoaded(
                    info,
                    GuestFault.IMPORT_DENIED,
                    "it imports %s.%s as %s, but it is %s"
                            .formatted(declared.module(), declared.name(), found, expected));
        }
        return function;
    }
}
