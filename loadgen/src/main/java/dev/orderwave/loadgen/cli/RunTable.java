package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.run.Baseline;
import java.util.Optional;

/// The figures of a run: the median over its cycles, the extremes, and how it stands to a baseline.
record RunTable(Run run, Optional<Baseline> baseline) {

    @Override
    public String toString() {
        var table = new StringBuilder("%-26s %10s %10s %10s"
                .formatted("over %d cycles".formatted(run.cycles().size()), "median", "least", "most"));
        baseline.ifPresent(
                before -> table.append("   to %s".formatted(before.run().name())));
        table.append("%n".formatted());
        for (var figure : Figure.values()) {
            figure.of(run)
                    .ifPresent(spread -> table.append("%-26s %10.2f %10.2f %10.2f%s%n"
                            .formatted(figure.title(), spread.median(), spread.least(), spread.most(), ratio(figure))));
        }
        return table.toString();
    }

    private String ratio(Figure figure) {
        return baseline.flatMap(before -> before.ratio(figure, run))
                .map("   %.2f times"::formatted)
                .orElse("");
    }
}
