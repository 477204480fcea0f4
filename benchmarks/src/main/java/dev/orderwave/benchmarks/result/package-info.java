/// What was measured, on what, whether goals were reached, and how it compares with an earlier run.
@NullMarked
package dev.orderwave.benchmarks.result;

import org.jspecify.annotations.NullMarked;
