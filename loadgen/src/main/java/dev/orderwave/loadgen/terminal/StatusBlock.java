package dev.orderwave.loadgen.terminal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/// A few lines that tell how things stand: on a terminal they rewrite themselves, elsewhere one line is printed now and
/// then.
public final class StatusBlock {

    private final PrintWriter out;
    private final boolean terminal;
    private final StatusLine plain;
    private int drawn;

    private StatusBlock(PrintWriter out, boolean terminal, StatusLine plain) {
        this.out = out;
        this.terminal = terminal;
        this.plain = plain;
    }

    /// Rewrites itself if a person watches.
    public static StatusBlock on(PrintWriter out) {
        return on(
                out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    public static StatusBlock on(PrintWriter out, boolean terminal) {
        return new StatusBlock(out, terminal, StatusLine.on(out, false));
    }

    /// @param line the same in one line
    public void show(List<String> lines, String line) {
        if (!terminal) {
            plain.show(line);
            return;
        }
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append("\033[%dA".formatted(drawn));
        }
        lines.forEach(each -> text.append('\r').append(each).append("\033[K\n"));
        out.print(text);
        out.flush();
        drawn = lines.size();
    }

    /// Whatever comes next is printed below.
    public void end() {
        drawn = 0;
        plain.end();
    }
}
