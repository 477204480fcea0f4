package dev.orderwave.loadgen.run;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Run;
import java.util.Optional;

/// What the median of a figure must reach, or must not exceed.
///
/// @param bound in the figure's own unit
/// @param source why it must, as the end of a sentence: `asked for`, `20 % from the baseline's 310.0`
public record Limit(Figure figure, double bound, String source) {

    /// Says how the run misses it; empty if it does not. What a run does not say, it does not reach.
    public Optional<String> shortfall(Run run) {
        return figure.of(run)
                .map(spread -> isMet(spread.median())
                        ? Optional.<String>empty()
                        : Optional.of("%s: the median is %.2f, and %s %.2f is %s"
                                .formatted(
                                        figure.title(),
                                        spread.median(),
                                        figure.moreIsBetter() ? "at least" : "at most",
                                        bound,
                                        source)))
                .orElseGet(() ->
                        Optional.of("%s: this run does not say, and a limit is %s".formatted(figure.title(), source)));
    }

    private boolean isMet(double median) {
        return figure.moreIsBetter() ? median >= bound : median <= bound;
    }
}
