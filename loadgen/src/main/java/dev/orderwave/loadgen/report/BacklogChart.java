package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Run;
import dev.orderwave.loadgen.result.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How many messages waited in each queue, over time.
final class BacklogChart implements Chart {

    private static final double HEIGHT = 88;

    /// As orders pass them; a queue that is named otherwise comes after these.
    private static final List<String> FLOW = List.of("ingress", "express", "standard");

    private final double maxSeconds;
    private final double maxWaiting;
    private final List<String> queues;

    BacklogChart(Comparison comparison) {
        this.maxSeconds = comparison.longest();
        this.maxWaiting = comparison
                .samples()
                .flatMap(sample -> sample.waiting().values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        this.queues = comparison
                .samples()
                .map(Sample::waiting)
                .flatMap(waiting -> waiting.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(BacklogChart::place).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Override
    public String title() {
        return "Messages that waited";
    }

    @Override
    public List<Key> keys() {
        return queues.stream().map(queue -> new Key(style(queue), queue)).toList();
    }

    @Override
    public String caption(Run run) {
        long most = Comparison.typical(run).samples().stream()
                .flatMap(sample -> sample.waiting().values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return "at most %s".formatted(Digits.grouped(most));
    }

    @Override
    public Element draw(Run run, double width) {
        var plot = new Plot(width, HEIGHT, maxSeconds, Math.max(maxWaiting, 1));
        var typical = new Timeline(Comparison.typical(run));
        for (var queue : queues) {
            plot.line(style(queue), typical.of(sample -> sample.waiting().getOrDefault(queue, 0L)));
        }
        return plot.draw("Messages of %s that waited in each queue, over time".formatted(run.name()));
    }

    private static int place(String queue) {
        return IntStream.range(0, FLOW.size())
                .filter(place -> queue.endsWith(FLOW.get(place)))
                .findFirst()
                .orElse(FLOW.size());
    }

    private static String style(String queue) {
        return switch (place(queue)) {
            case 0 -> "distributed";
            case 1 -> "express";
            case 2 -> "standard";
            default -> "other-queue";
        };
    }
}
