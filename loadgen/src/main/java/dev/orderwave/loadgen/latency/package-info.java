/// How long orders took, and how far that can be relied on: histograms, and the clocks behind them.
@NullMarked
package dev.orderwave.loadgen.latency;

import org.jspecify.annotations.NullMarked;
