package dev.orderwave.ledger.cli;

import dev.orderwave.ledger.LocalAzure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/// What the program printed and how it ended.
record ProgramRun(int exitCode, String out, String err) {

    static ProgramRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = LedgerProgram.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new ProgramRun(exitCode, out.toString(), err.toString());
    }

    static ProgramRun on(LocalAzure local, String... args) {
        return of(arguments(local, args).toArray(String[]::new));
    }

    /// The command and where it finds the suite.
    static List<String> arguments(LocalAzure local, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--servicebus-connection-string", local.bus().connectionString()));
        if (!args[0].equals("dead-letters")) {
            all.addAll(List.of("--blob-connection-string", local.azurite().connectionString()));
        }
        return all;
    }
}
