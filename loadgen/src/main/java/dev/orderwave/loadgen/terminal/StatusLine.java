package dev.orderwave.loadgen.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// One line that tells how things stand: on a terminal it rewrites itself, elsewhere it is printed now and then.
public final class StatusLine {

    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private Instant lastLine = Instant.EPOCH;
    private Optional<String> unprinted = Optional.empty();

    StatusLine(PrintWriter out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    public static StatusLine on(PrintWriter out, boolean terminal) {
        return new StatusLine(out, terminal, InstantSource.system());
    }

    /// Rewrites itself if a person watches.
    public static StatusLine on(PrintWriter out) {
        return on(
                out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    public void show(String line) {
        var now = clock.instant();
        if (terminal) {
            out.print("\r" + line + "\033[K");
            out.flush();
        } else if (lastLine.plus(PLAIN_INTERVAL).isAfter(now)) {
            unprinted = Optional.of(line);
        } else {
            lastLine = now;
            unprinted = Optional.empty();
            out.println(line);
            out.flush();
        }
    }

    /// Ends the line, whatever comes next begins a new one. How things stood in the end is always told.
    public void end() {
        if (terminal) {
            out.println();
        }
        unprinted.ifPresent(out::println);
        unprinted = Optional.empty();
        lastLine = Instant.EPOCH;
        out.flush();
    }
}
