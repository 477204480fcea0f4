package dev.orderwave.benchmarks.idle;

import dev.orderwave.benchmarks.result.Bars;
import dev.orderwave.benchmarks.result.Bars.Bar;
import dev.orderwave.benchmarks.result.Goal;
import dev.orderwave.benchmarks.result.Part;
import dev.orderwave.benchmarks.result.Table;
import dev.orderwave.local.App;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The suite at rest.
public record IdlePart(List<AtRest> processes) {
    private static final double MOST_PERCENT = 0.2;
    private static final double MOST_MB = 90;
    private static final int LIVELIEST = 10;
    private static final String TEXT = """
            A suite that has carried 1,000 orders and then rested for %d s. Processor time in percent of one processor, memory \
            at the end; a wake-up is a thread that had gone to sleep of its own accord (voluntary context switches), and \
            names of threads are as far as Linux keeps them.""";

    public Part part() {
        return new Part(
                "idle",
                "The suite at rest",
                String.format(Locale.ROOT, TEXT, processes.getFirst().seconds()),
                List.of(new Bars(
                        "Memory at rest",
                        "MB",
                        List.of("MB"),
                        processes.stream()
                                .map(process -> new Bar(process.process(), List.of(process.rssMb())))
                                .toList())),
                List.of(table(), wakes()),
                services().flatMap(IdlePart::goals).toList(),
                List.of(),
                processes);
    }

    private static Stream<Goal> goals(AtRest service) {
        return Stream.of(
                new Goal(
                        "%s at rest, %% of a processor".formatted(service.process()),
                        service.cpuPercent(),
                        MOST_PERCENT),
                new Goal("%s at rest, MB".formatted(service.process()), service.rssMb(), MOST_MB));
    }

    private Table table() {
        return new Table(
                "Every process",
                List.of("", "% of a processor", "memory, MB", "wake-ups/min"),
                processes.stream()
                        .map(process -> List.of(
                                process.process(),
                                String.format(Locale.ROOT, "%.2f", process.cpuPercent()),
                                String.format(Locale.ROOT, "%.0f", process.rssMb()),
                                String.format(Locale.ROOT, "%,.0f", process.wakesPerMinute())))
                        .toList());
    }

    /// The liveliest threads of the first service, and the same of the others.
    private Table wakes() {
        var services = services().toList();
        var header = new ArrayList<String>(List.of("wake-ups/min of a thread"));
        services.stream().map(AtRest::process).forEach(header::add);
        return new Table(
                "What wakes a service",
                header,
                services.stream()
                        .flatMap(service -> service.wakes().stream().limit(LIVELIEST))
                        .map(AtRest.Wakes::thread)
                        .distinct()
                        .map(thread -> row(thread, services))
                        .toList());
    }

    private static List<String> row(String thread, List<AtRest> services) {
        var row = new ArrayList<String>(List.of(thread));
        services.stream()
                .map(service -> service.wakes().stream()
                        .filter(wakes -> wakes.thread().equals(thread))
                        .mapToDouble(AtRest.Wakes::perMinute)
                        .sum())
                .map(perMinute -> String.format(Locale.ROOT, "%,.1f", perMinute))
                .forEach(row::add);
        return row;
    }

    private Stream<AtRest> services() {
        return Stream.of(App.values())
                .flatMap(app ->
                        processes.stream().filter(process -> process.process().equals(app.id())));
    }
}
