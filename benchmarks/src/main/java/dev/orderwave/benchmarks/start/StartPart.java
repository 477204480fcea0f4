package dev.orderwave.benchmarks.start;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Goal;
import dev.orderwave.benchmarks.result.Median;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Ratio;
import dev.orderwave.benchmarks.result.Table;
import dev.orderwave.benchmarks.suite.Contestant;
import dev.orderwave.local.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The starts of all contestants side by side: medians.
public record StartPart(List<Start> starts) {
    private static final double MOST_OF_NODE = 0.5;
    private static final double MOST_CPU_MS = 300;
    private static final String TEXT = """
            From the start of a service's process until its first order is where it belongs: in the next queue, or a blob. \
            daprd, bus and outbox are up; the order is handed to the service as soon as it says that it is well, in daprd's place, \
            because daprd looks only once a second whether a service is. Medians of %d starts of each service; \
            processor time is that of the process up to this moment.""";

    public Part part() {
        return new Part(
                "start",
                "Cold start: from exec to the first order's blob",
                String.format(Locale.ROOT, TEXT, starts.size() / (Contestant.values().length * App.values().length)),
                List.of(
                        bars("Time from exec to the first order's blob", Start::seconds),
                        bars("Processor time up to then", Start::cpuSeconds)),
                List.of(table()),
                Stream.of(App.values()).flatMap(this::goals).toList(),
                Stream.of(App.values()).flatMap(this::ratios).toList(),
                starts);
    }

    private Stream<Goal> goals(App app) {
        return Stream.of(
                new Goal("start of %s, of Node's".formatted(app.id()), ratio(app, Start::seconds), MOST_OF_NODE),
                new Goal(
                        "CPU to start %s, ms".formatted(app.id()),
                        millis(Contestant.ORDERWAVE, app, Start::cpuSeconds),
                        MOST_CPU_MS));
    }

    private Stream<Ratio> ratios(App app) {
        return Stream.of(
                new Ratio("start of %s, of Node's".formatted(app.id()), ratio(app, Start::seconds)),
                new Ratio("CPU to start %s, of Node's".formatted(app.id()), ratio(app, Start::cpuSeconds)));
    }

    private Table table() {
        var rows = new ArrayList<List<String>>();
        for (var app : App.values()) {
            rows.add(row(app, "ms to the first blob", Start::seconds));
            rows.add(row(app, "CPU ms", Start::cpuSeconds));
        }
        return new Table(
                "Each service by itself",
                List.of("", Contestant.ORDERWAVE.label(), Contestant.NODE.label(), Contestant.GO.label(), "of Node's"),
                rows);
    }

    private List<String> row(App app, String what, ToDoubleFunction<Start> seconds) {
        var row = new ArrayList<String>(List.of(app.id() + ", " + what));
        Stream.of(Contestant.values())
                .map(contestant -> String.format(Locale.ROOT, "%,.0f", millis(contestant, app, seconds)))
                .forEach(row::add);
        row.add(String.format(Locale.ROOT, "%.2f", ratio(app, seconds)));
        return row;
    }

    private Bars bars(String title, ToDoubleFunction<Start> seconds) {
        return new Bars(
                title,
                "ms",
                List.of("ms"),
                Stream.of(App.values())
                        .flatMap(app -> Stream.of(Contestant.values())
                                .map(contestant -> new Bar(
                                        app.id() + ", " + contestant.label(),
                                        List.of(millis(contestant, app, seconds)))))
                        .toList());
    }

    private double ratio(App app, ToDoubleFunction<Start> seconds) {
        return millis(Contestant.ORDERWAVE, app, seconds) / millis(Contestant.NODE, app, seconds);
    }

    private double millis(Contestant contestant, App app, ToDoubleFunction<Start> seconds) {
        return 1000
                * Median.of(starts.stream()
                        .filter(start -> start.contestant() == contestant && start.app() == app)
                        .mapToDouble(seconds));
    }
}
