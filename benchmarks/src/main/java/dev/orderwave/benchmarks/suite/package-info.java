/// Who takes part, and a suite in which one of them is measured. Knows the suite from outside: how it is started, and
/// what a wave through it cost.
@NullMarked
package dev.orderwave.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
