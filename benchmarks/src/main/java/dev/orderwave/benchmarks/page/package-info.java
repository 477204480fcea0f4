/// What was measured as one page to be read in a browser or on paper. Start reading at [BenchPage].
@NullMarked
package dev.orderwave.benchmarks.page;

import org.jspecify.annotations.NullMarked;
