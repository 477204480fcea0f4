package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.OpcodeImpl;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.orderwave.wasm.Capability;
import dev.orderwave.wasm.wasi.WasiFunction;
import java.lang.invoke.MethodHandles;
import java.util.Set;

/// Makes the JVM initialize what guests use, while there is stack for it.
///
/// A class whose initialization fails, and be it for want of stack, can never be used again in the same JVM. So a guest
/// that calls itself down to the bottom of the stack, and only there divides for the first time, would leave a JVM in
/// which no guest can divide.
final class EngineClasses {

    private EngineClasses() {}

    /// @param capabilities of the guests that are to run
    static void initialize(Set<Capability> capabilities) {
        try {
            MethodHandles.lookup().ensureInitialized(OpcodeImpl.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the engine's classes are public", e);
        }
        var memory = new FlatMemory(
                new MemoryLimits(1, 1), 1, new DataSegments(WasmModule.builder().build()));
        memory.zero();
        useEachWidth(memory);
        var world = new SealedWorld(memory, capabilities, 1);
        world.call(WasiFunction.CLOCK_TIME_GET, new long[] {0, 0, 0});
        world.call(WasiFunction.RANDOM_GET, new long[] {0, Long.BYTES});
        memory.release();
    }

    /// The handles behind the accessors are linked when each of them is used for the first time.
    private static void useEachWidth(FlatMemory memory) {
        memory.writeByte(0, memory.read(0));
        memory.writeShort(0, memory.readShort(0));
        memory.writeI32(0, memory.readInt(0));
        memory.writeLong(0, memory.readLong(0));
        memory.writeF32(0, memory.readFloat(0));
        memory.writeF64(0, memory.readDouble(0));
    }
}
