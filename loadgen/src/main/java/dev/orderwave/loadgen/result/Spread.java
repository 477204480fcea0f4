package dev.orderwave.loadgen.result;

import java.util.Collection;
import java.util.Optional;

/// What several cycles showed of one figure. Cycles are few and never alike, so the median speaks and the extremes say
/// how far to trust it.
public record Spread(double least, double median, double most) {

    /// Empty if there is no value.
    public static Optional<Spread> of(Collection<Double> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Optional.of(new Spread(sorted.getFirst(), median, sorted.getLast()));
    }
}
