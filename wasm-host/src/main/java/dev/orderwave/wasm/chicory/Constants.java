package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.Value;
import java.util.List;

/// What the expressions of a module come to that say where something is placed, and what. They come to the same in each
/// instance: an admitted module imports no global, and each expression is one instruction.
record Constants(WasmModule wasm) {

    /// An address, or the number of a function.
    int value(List<Instruction> expression) {
        var instruction = expression.getFirst();
        return switch (instruction.opcode()) {
            case I32_CONST, REF_FUNC -> (int) instruction.operand(0);
            case REF_NULL -> Value.REF_NULL_VALUE;
            case GLOBAL_GET ->
                value(wasm.globalSection()
                        .getGlobal((int) instruction.operand(0))
                        .initInstructions());
            default -> throw new IllegalArgumentException(instruction + " is no address and no function");
        };
    }
}
