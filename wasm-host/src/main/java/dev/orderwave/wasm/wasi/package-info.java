/// The names of WASI, the interface that compilers of many languages expect under their programs. Names only: what a
/// guest gets behind them is up to the engine, and it is next to nothing.
@NullMarked
package dev.orderwave.wasm.wasi;

import org.jspecify.annotations.NullMarked;
