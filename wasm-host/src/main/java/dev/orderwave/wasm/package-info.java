/// Runs guests. Knows bytes and verdicts, not orders.
@NullMarked
package dev.orderwave.wasm;

import org.jspecify.annotations.NullMarked;
