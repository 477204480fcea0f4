/// Reads back what became of every order and compares it with what was sent.
@NullMarked
package dev.orderwave.loadgen.verify;

import org.jspecify.annotations.NullMarked;
