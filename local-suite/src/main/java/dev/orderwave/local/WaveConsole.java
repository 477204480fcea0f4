package dev.orderwave.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/// What a person sees of a wave: steps, and a bar that moves. Without a terminal the bar becomes a line now and then.
public final class WaveConsole {
    private static final int BAR = 24;
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final boolean terminal;
    private Instant lastLine = Instant.EPOCH;

    public WaveConsole(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public void say(String step) {
        out.println(step);
        out.flush();
    }

    void scheduled(int accepted, int total) {
        show("scheduled %s %,d of %,d".formatted(bar(accepted, total), accepted, total));
        if (accepted == total) {
            endProgress();
        }
    }

    void progress(WaveProgress progress, int orders, Instant due) {
        var blobs = progress.express() + progress.standard();
        var seconds = Math.max(0, Duration.between(due, Instant.now()).toMillis() / 1000.0);
        var rate = seconds > 0 ? blobs / seconds : 0;
        show("blobs     %s %,d of %,d   scheduled %,d   distributed %,d   express %,d   standard %,d   %,.0f orders/s"
                .formatted(
                        bar(blobs, orders),
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
        if (terminal) {
            out.println();
        }
        lastLine = Instant.EPOCH;
        out.flush();
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r" + line + "\033[K");
            out.flush();
        } else if (lastLine.plus(PLAIN_INTERVAL).isBefore(Instant.now())) {
            lastLine = Instant.now();
            say(line);
        }
    }

    private static String bar(long done, long total) {
        int full = Math.toIntExact(Math.min(BAR, done * BAR / total));
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
