package dev.orderwave.benchmarks.logic;

/// One cell of the table and what measures it.
///
/// @param row what is run: a language, or the same logic without WebAssembly
record Contestant(String row, Column column, Yardstick yardstick) {

    /// Measures once, in a process of its own, which ends with it.
    @FunctionalInterface
    interface Yardstick {
        /// @return nanoseconds of processor time for one order
        double nanosPerOrder();
    }
}
