package dev.orderwave.ledger.cli;

import dev.orderwave.ledger.Redrive;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/// Tells how far a redrive is: a bar for somebody who watches, a line every two seconds for a log; then what became of
/// it.
final class RedriveReport implements Redrive.Progress {

    static final int INCOMPLETE = 1;

    private static final int BAR = 24;
    private static final int FIRST = 20;
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(2);

    private final PrintWriter out;
    private final boolean watched =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private Instant lastLine = Instant.now();

    RedriveReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void handled(int handled, int total) {
        if (watched) {
            int full = Math.toIntExact((long) BAR * handled / total);
            out.print("\r%s%s %,d of %,d".formatted("█".repeat(full), "░".repeat(BAR - full), handled, total));
            if (handled == total) {
                out.println();
            }
            out.flush();
        } else if (lastLine.plus(PLAIN_INTERVAL).isBefore(Instant.now())) {
            lastLine = Instant.now();
            out.println("%,d of %,d".formatted(handled, total));
            out.flush();
        }
    }

    /// @return the exit code
    int tell(Redrive redrive) {
        out.println("%,d put back".formatted(redrive.done()));
        redrive.left().stream().limit(FIRST).forEach(left -> out.println("  ! " + Harmless.line(left.toString())));
        if (!redrive.isComplete()) {
            out.println("%,d NOT put back".formatted(redrive.left().size()));
        }
        return redrive.isComplete() ? ExitCode.OK : INCOMPLETE;
    }
}
