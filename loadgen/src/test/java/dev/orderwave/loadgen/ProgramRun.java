package dev.orderwave.loadgen;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What the program printed and how it ended.
record ProgramRun(int exitCode, String out, String err) {

    static ProgramRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = Loadgen.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new ProgramRun(exitCode, out.toString(), err.toString());
    }
}
