package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.ProcessCost;
import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.result.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What each process of a run used: per order and at most, as medians over the cycles, and over time.
final class ProcessTable {

    /// The services as orders pass them, then the rest by name.
    private static final Comparator<String> SERVICES_FIRST = Comparator.<String>comparingInt(
                    process -> Figure.SERVICES.contains(process) ? Figure.SERVICES.indexOf(process) : Integer.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private final double maxSeconds;
    private final double maxProcessors;
    private final double maxRssMb;

    ProcessTable(Comparison comparison) {
        this.maxSeconds = comparison.longest();
        this.maxProcessors = comparison.runs().stream()
                .map(Comparison::typical)
                .flatMap(cycle ->
                        processes(cycle).flatMap(process -> UsageCurve.of(cycle, process).processors().stream()))
                .mapToDouble(Point::y)
                .max()
                .orElse(0);
        this.maxRssMb = comparison
                .samples()
                .flatMap(sample -> sample.processes().values().stream())
                .mapToDouble(Sample.Usage::rssMb)
                .max()
                .orElse(0);
    }

    Element draw(Run run) {
        var typical = Comparison.typical(run);
        var table = Element.of("table", "processes").add(head());
        processes(typical).sorted(SERVICES_FIRST).forEach(process -> table.add(row(run, typical, process)));
        return table;
    }

    private static Element head() {
        return Element.of("tr")
                .add(column("process"))
                .add(column("CPU ms/order"))
                .add(column("peak MB"));
    }

    private static Element column(String name) {
        return Element.of("th").with("scope", "col").text(name);
    }

    private Element row(Run run, Cycle typical, String process) {
        var cpu = median(
                run, process, cost -> cost.cpuSeconds() * 1000 / run.load().orders());
        var peak = median(run, process, ProcessCost::peakRssMb);
        return Element.of("tr")
                .add(Element.of("th").with("scope", "row").text(process))
                .add(cell(
                        cpu,
                        "cpu",
                        maxProcessors,
                        UsageCurve.of(typical, process).processors()))
                .add(cell(
                        peak,
                        "memory",
                        maxRssMb,
                        UsageCurve.of(typical, process).memory()));
    }

    private Element cell(String figure, String style, double max, List<Point> points) {
        return Element.of("td")
                .add(Element.of("div")
                        .add(Element.of("span", "figure").text(figure))
                        .add(new Sparkline(maxSeconds, max).draw(style, points)));
    }

    private static String median(Run run, String process, ToDoubleFunction<ProcessCost> part) {
        var figures = run.cycles().stream()
                .flatMap(cycle -> Stream.ofNullable(cycle.costs().get(process)))
                .map(part::applyAsDouble)
                .toList();
        return Spread.of(figures)
                .map(spread -> Digits.significant(spread.median()))
                .orElse("–");
    }

    private static Stream<String> processes(Cycle cycle) {
        return cycle.costs().keySet().stream();
    }
}
