/// From exec to the first order's blob. Start reading at [StartBench].
@NullMarked
package dev.orderwave.benchmarks.start;

import org.jspecify.annotations.NullMarked;
