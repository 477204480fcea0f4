package dev.orderwave.local.chaos;

import dev.orderwave.local.WaveReport;
import java.util.List;

/// One wave among faults.
///
/// @param strikes what happened, as sentences
public record ChaosRound(int number, List<String> strikes, WaveReport wave) {
    static final String HEADING = "%5s %8s %8s %8s %12s %14s   %s%n"
            .formatted("round", "orders", "seconds", "lost", "duplicated", "dead-lettered", "faults");

    public ChaosRound {
        strikes = List.copyOf(strikes);
    }

    /// Every order became its blob, whatever happened.
    public boolean isClean() {
        return wave.isClean();
    }

    String row() {
        return "%5d %8d %8.1f %8d %12d %14d   %s%n"
                .formatted(
                        number,
                        wave.orders(),
                        wave.seconds(),
                        wave.lost(),
                        wave.duplicated(),
                        wave.deadLettered(),
                        String.join("; ", strikes));
    }
}
