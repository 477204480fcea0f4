package dev.orderwave.local.chaos;

import dev.orderwave.local.SuitePart;
import java.time.Duration;

/// A fault, whom it meets, and when.
///
/// @param at from the wave's due time on
record Strike(Duration at, SuitePart part, Fault fault) {
    @Override
    public String toString() {
        return "at %.1f s %s %s".formatted(at.toMillis() / 1000.0, part, fault);
    }
}
