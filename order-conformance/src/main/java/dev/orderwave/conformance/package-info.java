/// Holds any module to the tables of messages and verdicts. Knows what an order means, not which module is asked.
///
/// [Conformance] is the way in.
@NullMarked
package dev.orderwave.conformance;

import org.jspecify.annotations.NullMarked;
