package dev.orderwave.wasm.admission;

/// What a module costs whoever compiles it. The total counts in instructions of an ordinary module; each takes the
/// compiler some two microseconds and a hundred bytes.
///
/// @param functions of the module
/// @param instructions of all functions
/// @param cells values on the stack and in locals, added up over all the places that control comes from or goes to: a
///     compiler for the JVM notes each of them at each place
/// @param steps taken to find the targets of all jumps
/// @param constants that do not fit into an instruction of the JVM, all taken for different
record CompilerWork(long functions, long instructions, long cells, long steps, long constants) {

    static final CompilerWork NONE = new CompilerWork(0, 0, 0, 0, 0);

    private static final int INSTRUCTIONS_PER_FUNCTION = 50;
    private static final int CELLS_PER_INSTRUCTION = 5;
    private static final int STEPS_PER_INSTRUCTION = 400;

    /// A JVM class has room for so many. With more the engine makes two classes, then four, and so on, each time from
    /// the start.
    private static final int CONSTANTS_PER_CLASS = 60_000;

    private static final int TIMES_FROM_THE_START = 6;

    CompilerWork plus(CompilerWork other) {
        return new CompilerWork(
                functions + other.functions,
                instructions + other.instructions,
                cells + other.cells,
                steps + other.steps,
                constants + other.constants);
    }

    long total() {
        return functions * INSTRUCTIONS_PER_FUNCTION
                + instructions
                + cells / CELLS_PER_INSTRUCTION
                + steps / STEPS_PER_INSTRUCTION
                + Math.max(0, constants - CONSTANTS_PER_CLASS) * TIMES_FROM_THE_START;
    }
}
