package dev.orderwave.benchmarks.services;

import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.WaveReport;
import java.util.List;

/// The waves through one suite, from its cold start on.
public record Series(Contestant contestant, List<WaveReport> waves) {
    public Series {
        if (waves.isEmpty()) {
            throw new IllegalArgumentException("a series needs a wave, %s had none".formatted(contestant.label()));
        }
        waves = List.copyOf(waves);
    }

    /// The one that found the services just started.
    public WaveReport cold() {
        return waves.getFirst();
    }

    /// The one that found them as warm as they became.
    public WaveReport warm() {
        return waves.getLast();
    }
}
