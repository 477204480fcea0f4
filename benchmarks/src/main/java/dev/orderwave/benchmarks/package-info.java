/// Orderwave beside what else one might have written. Start reading at [SideBySide]. Knows the suite from
/// outside: how it is started, and what a wave through it cost.
@NullMarked
package dev.orderwave.benchmarks;

import org.jspecify.annotations.NullMarked;
