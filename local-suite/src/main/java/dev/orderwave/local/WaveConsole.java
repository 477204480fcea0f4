package dev.orderwave.local;

import dev.orderwave.loadgen.terminal.Bar;
import dev.orderwave.loadgen.terminal.StatusLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/// What a person sees of a wave: steps, and a bar that moves. Without a terminal the bar becomes a line now and then.
public final class WaveConsole {
    private final PrintWriter out;
    private final StatusLine line;

    public WaveConsole(PrintWriter out, boolean terminal) {
        this.out = out;
        this.line = StatusLine.on(out, terminal);
    }

    public void say(String step) {
        out.println(step);
        out.flush();
    }

    void scheduled(int accepted, int total) {
        line.show("scheduled %s %,d of %,d".formatted(Bar.of(accepted, total), accepted, total));
        if (accepted == total) {
            endProgress();
        }
    }

    void progress(WaveProgress progress, int orders, Instant due) {
        var blobs = progress.express() + progress.standard();
        var seconds = Math.max(0, Duration.between(due, Instant.now()).toMillis() / 1000.0);
        var rate = seconds > 0 ? blobs / seconds : 0;
        line.show(
                "blobs     %s %,d of %,d   scheduled %,d   distributed %,d   express %,d   standard %,d   %,.0f orders/s"
                        .formatted(
                                Bar.of(blobs, orders),
                                blobs,
                                orders,
                                orders,
                                progress.distributed(),
                                progress.express(),
                                progress.standard(),
                                rate));
    }

    /// Ends the line that the bar was drawn on.
    void endProgress() {
        line.end();
    }
}
