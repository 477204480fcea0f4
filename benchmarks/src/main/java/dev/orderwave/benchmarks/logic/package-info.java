/// What one call of a module costs, in each language and each way to make instances, beside the same logic without
/// WebAssembly and beside other engines. Start reading at [LogicBench].
@NullMarked
package dev.orderwave.benchmarks.logic;

import org.jspecify.annotations.NullMarked;
