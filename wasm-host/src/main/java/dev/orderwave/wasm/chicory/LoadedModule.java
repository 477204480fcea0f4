package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleInfo;
import java.util.function.Function;

/// Everything the instances of one module share. None of it changes.
///
/// @param wasm the module without its code, which is in the classes behind `machine`
record LoadedModule(
        ModuleInfo info, Limits limits, WasmModule wasm, GuestExports exports, Function<Instance, Machine> machine) {

    MemoryLimits memory() {
        return wasm.memorySection().orElseThrow().getMemory(0).limits();
    }
}
