/// What few and many orders cost, measured as far as that fits and simulated beyond. Start reading at [GrowthPart].
@NullMarked
package dev.orderwave.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
