@NullMarked
package dev.orderwave.wasm;

import org.jspecify.annotations.NullMarked;
