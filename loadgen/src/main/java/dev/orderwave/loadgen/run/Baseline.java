package dev.orderwave.loadgen.run;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Load;
import dev.orderwave.loadgen.result.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An earlier run that a new one must not fall behind.
///
/// @param tolerance the share by which a figure may be worse; 0.2 is 20 %
public record Baseline(Run run, double tolerance) {

    /// What follows from it for another run. A figure that the baseline does not have limits nothing.
    public List<Limit> limits() {
        return Stream.of(Figure.values())
                .flatMap(figure -> limit(figure).stream())
                .toList();
    }

    /// How the other run's median stands to this one's; empty if one of them does not have the figure.
    public Optional<Double> ratio(Figure figure, Run other) {
        return figure.of(run)
                .filter(here -> here.median() > 0)
                .flatMap(here -> figure.of(other).map(there -> there.median() / here.median()));
    }

    /// Says why the two cannot be compared; empty if they can.
    public Optional<String> mismatch(Load load) {
        var same = run.load().orders() == load.orders()
                && run.load().seed() == load.seed()
                && run.load().shape().equals(load.shape());
        return same
                ? Optional.empty()
                : Optional.of(
                        "the baseline %s had another load (%d orders of seed %d, %s), this run has %d of seed %d, %s"
                                .formatted(
                                        run.name(),
                                        run.load().orders(),
                                        run.load().seed(),
                                        run.load().shape(),
                                        load.orders(),
                                        load.seed(),
                                        load.shape()));
    }

    private Optional<Limit> limit(Figure figure) {
        return figure.of(run)
                .map(spread -> new Limit(
                        figure,
                        spread.median() * (figure.moreIsBetter() ? 1 - tolerance : 1 + tolerance),
                        "%.0f %% from the baseline's %.1f".formatted(100 * tolerance, spread.median())));
    }
}
