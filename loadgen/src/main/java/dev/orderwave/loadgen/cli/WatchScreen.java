package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.terminal.Bar;
import dev.orderwave.loadgen.terminal.StatusBlock;
import dev.orderwave.loadgen.watch.View;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A wave as a person sees it: a block of lines on a terminal, one line now and then elsewhere.
final class WatchScreen {

    private final StatusBlock block;
    private final Instant due;

    WatchScreen(StatusBlock block, Instant due) {
        this.block = block;
        this.due = due;
    }

    static WatchScreen on(PrintWriter out, Instant due) {
        return new WatchScreen(StatusBlock.on(out), due);
    }

    void show(View view) {
        block.show(lines(view), line(view));
    }

    void end() {
        block.end();
    }

    private List<String> lines(View view) {
        return List.of(
                "%,d orders, the first due at %s, %s".formatted(view.orders(), due, when(view)),
                row("due", view, reached(view, "due")),
                row("distributed", view, reached(view, "distributed")),
                row("ended", view, view.ended()) + "   %,.0f orders/s".formatted(view.ordersPerSecond()),
                "blobs        express %,d   standard %,d   rejected %,d   dead-lettered %,d"
                        .formatted(
                                reached(view, "express"),
                                reached(view, "standard"),
                                reached(view, "rejected"),
                                reached(view, "dead-lettered")),
                "waiting      "
                        + new TreeMap<>(view.sample().waiting())
                                .entrySet().stream()
                                        .map(queue -> "%s %,d".formatted(queue.getKey(), queue.getValue()))
                                        .collect(Collectors.joining("   ")),
                "latency      " + latency(view)
                        + "   outboxes listed %d s ago"
                                .formatted(view.listedBefore().toSeconds()));
    }

    private static String line(View view) {
        return "%+7.1f s   due %,d   distributed %,d   ended %,d   express %,d   standard %,d   rejected %,d   dead-lettered %,d   waiting %,d   %,.0f orders/s   latency: %s"
                .formatted(
                        view.sample().seconds(),
                        reached(view, "due"),
                        reached(view, "distributed"),
                        view.ended(),
                        reached(view, "express"),
                        reached(view, "standard"),
                        reached(view, "rejected"),
                        reached(view, "dead-lettered"),
                        view.sample().waiting().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        view.ordersPerSecond(),
                        latency(view));
    }

    private static String when(View view) {
        var seconds = view.sample().seconds();
        return seconds < 0 ? "in %.0f s".formatted(-seconds) : "%.0f s ago".formatted(seconds);
    }

    private static String row(String name, View view, long orders) {
        return "%-12s %s %,9d".formatted(name, Bar.of(orders, view.orders()), orders);
    }

    private static String latency(View view) {
        return Optional.ofNullable(view.latencies().get("all"))
                .map(WatchScreen::percentiles)
                .orElse("no blob yet");
    }

    private static String percentiles(Latency latency) {
        return "p50 %.1f   p95 %.1f   p99 %.1f   max %.1f s"
                .formatted(
                        latency.p50Ms() / 1000.0,
                        latency.p95Ms() / 1000.0,
                        latency.p99Ms() / 1000.0,
                        latency.maxMs() / 1000.0);
    }

    private static long reached(View view, String stage) {
        return view.sample().reached().getOrDefault(stage, 0L);
    }
}
