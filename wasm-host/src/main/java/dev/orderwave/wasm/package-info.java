/// Runs guests: a WebAssembly module that reads a message and returns a verdict.
/// Knows bytes and verdicts, not orders.
///
/// [Guest] is the way in. What it guarantees to its callers, whatever the module does:
/// no call outlives its deadline, no call takes more memory than its cap, no call sees what another one left behind,
/// and a module reaches nothing but the outputs it was granted.
@NullMarked
package dev.orderwave.wasm;

import org.jspecify.annotations.NullMarked;
