package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.orderwave.wasm.Limits;
import dev.orderwave.wasm.ModuleInfo;
import java.util.function.Function;

/// Everything the instances of one module share. None of it carries anything from one to the next.
///
/// @param wasm the module without its code, which is in the classes behind `machine`
/// @param spare memory that passes from one instance to the next, wiped
record LoadedModule(
        ModuleInfo info,
        Limits limits,
        WasmModule wasm,
        GuestExports exports,
        Function<Instance, Machine> machine,
        SpareMemory spare) {

    static LoadedModule of(
            ModuleInfo info,
            Limits limits,
            WasmModule wasm,
            GuestExports exports,
            Function<Instance, Machine> machine) {
        var spare = new SpareMemory(Memory.bytes(memory(wasm).initialPages()));
        return new LoadedModule(info, limits, wasm, exports, machine, spare);
    }

    MemoryLimits memory() {
        return memory(wasm);
    }

    private static MemoryLimits memory(WasmModule wasm) {
        return wasm.memorySection().orElseThrow().getMemory(0).limits();
    }
}
