package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Cycle;
import dev.orderwave.loadgen.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How many orders had come how far, over time. What has ended is stacked: its upper edge is all of it.
final class StagesChart implements Chart {

    private static final double HEIGHT = 138;
    private static final List<String> BAD = List.of("rejected", "dead-lettered");
    private static final List<String> WRITTEN = List.of("express", "standard");

    private final double maxSeconds;
    private final double maxOrders;
    private final boolean anyBad;

    StagesChart(Comparison comparison) {
        this.maxSeconds = comparison.longest();
        this.maxOrders = comparison.runs().stream()
                .mapToLong(run -> run.load().orders())
                .max()
                .orElseThrow();
        this.anyBad = comparison.samples().anyMatch(sample -> Timeline.sum(sample.reached(), BAD) > 0);
    }

    @Override
    public String title() {
        return "Orders that had come so far";
    }

    @Override
    public List<Key> keys() {
        var keys = new ArrayList<>(List.of(
                new Key("due", "due"),
                new Key("distributed", "distributed"),
                new Key("express", "in the express outbox"),
                new Key("standard", "in the standard outbox")));
        if (anyBad) {
            keys.add(new Key("bad", "rejected or dead-lettered"));
        }
        return keys;
    }

    @Override
    public String caption(Run run) {
        var typical = Comparison.typical(run);
        return "%s s, %s orders/s"
                .formatted(Digits.grouped(typical.seconds(), 1), Digits.grouped(typical.ordersPerSecond(), 0));
    }

    @Override
    public Element draw(Run run, double width) {
        var plot = new Plot(width, HEIGHT, maxSeconds, maxOrders);
        var typical = Comparison.typical(run);
        stack(plot, typical);
        run.cycles().stream().filter(cycle -> cycle != typical).forEach(other -> plot.line("other", ended(other)));
        plot.line("due", reached(typical, List.of("due")));
        plot.line("distributed", reached(typical, List.of("distributed")));
        return plot.draw("Orders of %s that were due, distributed and written, over time".formatted(run.name()));
    }

    private void stack(Plot plot, Cycle cycle) {
        var floor = reached(cycle, List.of());
        var express = reached(cycle, List.of("express"));
        var written = reached(cycle, WRITTEN);
        layer(plot, "express", express, floor);
        layer(plot, "standard", written, express);
        if (anyBad) {
            layer(plot, "bad", ended(cycle), written);
        }
    }

    private static void layer(Plot plot, String style, List<Point> upper, List<Point> lower) {
        plot.area(style, upper, lower);
        plot.line(style, upper);
    }

    private static List<Point> ended(Cycle cycle) {
        return reached(cycle, Stream.concat(WRITTEN.stream(), BAD.stream()).toList());
    }

    private static List<Point> reached(Cycle cycle, List<String> stages) {
        return new Timeline(cycle).of(sample -> Timeline.sum(sample.reached(), stages));
    }
}
