/// A catalogue of modules that mean harm, or are broken in a way that could do it, and the tests that meet them.
/// Each is made by code: there is no file that somebody would have to trust.
@NullMarked
package dev.orderwave.wasm.hostile;

import org.jspecify.annotations.NullMarked;
