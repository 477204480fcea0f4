@NullMarked
package dev.orderwave.wasm.chicory;

import org.jspecify.annotations.NullMarked;
