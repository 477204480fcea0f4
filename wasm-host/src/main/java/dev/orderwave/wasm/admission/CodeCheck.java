package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestFault;

/// Bounds the code section: what one function may cost the compiler, and how many there are.
final class CodeCheck {

    private static final int MOST_FUNCTIONS = 20_000;

    /// A longer one would not fit a JVM method anyway.
    private static final int LONGEST_BODY = 64 << 10;

    private static final int MOST_LOCALS = 5_000;

    private final WasmReader code;

    CodeCheck(WasmReader code) {
        this.code = code;
    }

    /// How many functions there are, if all of them pass.
    int functions() {
        var functions = code.nextU32();
        requireAtMost(MOST_FUNCTIONS, functions, "functions");
        for (long function = 0; function < functions; function++) {
            var body = code.next(code.nextU32());
            requireAtMost(LONGEST_BODY, body.length(), "bytes in function " + function);
            requireAtMost(MOST_LOCALS, locals(body), "locals in function " + function);
        }
        return (int) functions;
    }

    static long locals(WasmReader body) {
        long locals = 0;
        for (long groups = body.nextU32(); groups > 0; groups--) {
            locals += body.nextU32();
            ValueTypes.next(body);
        }
        return locals;
    }

    private void requireAtMost(long most, long found, String what) {
        if (found > most) {
            throw code.refused(GuestFault.LIMIT, "it has %,d %s, at most %,d are allowed".formatted(found, what, most));
        }
    }
}
