package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.terminal.Bar;
import dev.orderwave.loadgen.terminal.StatusLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How many orders the queue has accepted, how fast, and how long the rest will take.
final class ScheduleProgress implements Progress {

    private final StatusLine line;
    private final InstantSource clock;
    private final Instant start;
    private int before = -1;

    ScheduleProgress(StatusLine line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public void accepted(int accepted, int total) {
        if (before < 0) {
            // What an earlier run had done says nothing about the pace of this one.
            before = accepted;
        }
        line.show(
                "accepted  %s %,d of %,d%s".formatted(Bar.of(accepted, total), accepted, total, pace(accepted, total)));
        if (accepted == total) {
            line.end();
        }
    }

    private String pace(int accepted, int total) {
        var seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        var rate = seconds > 0 ? (accepted - before) / seconds : 0;
        return rate > 0
                ? "   %,.0f orders/s   %,.0f s to go".formatted(rate, Math.ceil((total - accepted) / rate))
                : "";
    }
}
