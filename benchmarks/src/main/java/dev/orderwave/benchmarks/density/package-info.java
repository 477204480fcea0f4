/// How many modules fit into one process, and what the first message of each costs. [Density] is one process of it;
/// `density.sh` starts them one after the other, and wasmtime beside them.
@NullMarked
package dev.orderwave.benchmarks.density;

import org.jspecify.annotations.NullMarked;
