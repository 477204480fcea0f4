/// The engine: the one package that knows Chicory, so that its successor Endive is a change of imports here.
/// Public only for the package above it.
@NullMarked
package dev.orderwave.wasm.chicory;

import org.jspecify.annotations.NullMarked;
