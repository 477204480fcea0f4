/// Cycle after cycle: generated, scheduled, watched and verified; then held against limits and an earlier run.
@NullMarked
package dev.orderwave.loadgen.run;

import org.jspecify.annotations.NullMarked;
