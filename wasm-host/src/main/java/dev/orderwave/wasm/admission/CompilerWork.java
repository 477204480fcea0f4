package dev.orderwave.wasm.admission;

/// What a module costs whoever compiles it. The total counts in instructions of an ordinary module; each takes the
/// compiler some two microseconds and a hundred bytes.
///
/// @param instructions of all functions
/// @param cells values on the stack and in locals, added up over all the places that control comes from or goes to: a
///     compiler for the JVM notes each of them at each place
/// @param steps taken to find the targets of all jumps
record CompilerWork(long instructions, long cells, long steps) {

    static final CompilerWork NONE = new CompilerWork(0, 0, 0);

    private static final int CELLS_PER_INSTRUCTION = 5;
    private static final int STEPS_PER_INSTRUCTION = 400;

    CompilerWork plus(CompilerWork other) {
        return new CompilerWork(instructions + other.instructions, cells + other.cells, steps + other.steps);
    }

    long total() {
        return instructions + cells / CELLS_PER_INSTRUCTION + steps / STEPS_PER_INSTRUCTION;
    }
}
