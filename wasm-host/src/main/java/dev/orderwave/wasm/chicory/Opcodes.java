package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.EnumSet;
import java.util.Set;

/// The instructions a guest may use: WebAssembly 1.0, sign extension, saturating conversions and bulk memory.
///
/// Left out: what this host cannot bound. Tail calls escape the stack limit, growing tables and garbage collected
/// arrays the memory limit; threads could block a caller. A table cannot be changed at all: no compiler of a
/// language asks for it.
final class Opcodes {

    private static final Set<OpCode> ALLOWED = allowed();

    private Opcodes() {}

    static boolean isAllowed(OpCode opcode) {
        return ALLOWED.contains(opcode);
    }

    private static Set<OpCode> allowed() {
        var allowed = EnumSet.range(OpCode.UNREACHABLE, OpCode.ELSE);
        allowed.addAll(EnumSet.range(OpCode.END, OpCode.CALL_INDIRECT));
        allowed.addAll(Set.of(OpCode.DROP, OpCode.SELECT));
        allowed.addAll(EnumSet.range(OpCode.LOCAL_GET, OpCode.GLOBAL_SET));
        allowed.addAll(EnumSet.range(OpCode.I32_LOAD, OpCode.I64_EXTEND_32_S));
        allowed.addAll(EnumSet.range(OpCode.I32_TRUNC_SAT_F32_S, OpCode.MEMORY_FILL));
        return allowed;
    }
}
