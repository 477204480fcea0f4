/// Orderwave beside what else one might have written. Start reading at [Bench].
@NullMarked
package dev.orderwave.benchmarks;

import org.jspecify.annotations.NullMarked;
