/// Where the time of an order goes, and what many orders cost. Start reading at [ThroughputBench].
@NullMarked
package dev.orderwave.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
