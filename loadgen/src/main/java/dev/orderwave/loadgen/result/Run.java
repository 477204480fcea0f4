package dev.orderwave.loadgen.result;

import java.time.Instant;
import java.util.List;

/// A run of one implementation: what was asked of it and, cycle by cycle, what it did.
///
/// @param name what the run is called where several are compared
public record Run(String name, Instant startedAt, Environment environment, Load load, List<Cycle> cycles) {
    public Run {
        cycles = List.copyOf(cycles);
    }

    /// Over all cycles; 0 if each was clean.
    public long faults() {
        return cycles.stream().mapToLong(cycle -> cycle.outcomes().faults()).sum();
    }
}
