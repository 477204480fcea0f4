package dev.orderwave.workbench;

import dev.orderwave.modules.ModuleStoreConfig;
import java.io.PrintWriter;
import java.io.StringWriter;

/// One command as a user sees it: what was printed, and the exit code.
record Session(int exitCode, String out, String err) {

    static Session of(Object... arguments) {
        return of(ModuleStoreConfig.defaults(), arguments);
    }

    static Session of(ModuleStoreConfig store, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        var exitCode = Logic.commandLine(store)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Session(exitCode, out.toString(), err.toString());
    }
}
