package dev.orderwave.ledger.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.azure.StorageOptions;
import dev.orderwave.ledger.Hop;
import dev.orderwave.ledger.RejectedEntry;
import dev.orderwave.ledger.RejectedOutbox;
import dev.orderwave.ledger.Selection;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `orderwave rejected`: what the modules said no to, and the way back.
@Command(
        name = "rejected",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists, shows and puts back what the modules rejected.")
final class RejectedCommand {

    private static final int NONE = 1;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line per entry: who, which, why.")
    int list(@Mixin Options options) {
        var out = options.out();
        var count = options.each(entry -> out.println(line(entry)));
        out.printf("%,d rejected%n", count);
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "All of each entry, and its message.")
    int show(@Mixin Options options) {
        var out = options.out();
        var count = options.each(entry -> show(entry, out));
        if (count == 0) {
            out.println("no such entry");
        }
        return count == 0 ? NONE : ExitCode.OK;
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description = "Puts messages back into the queue of the service that rejected them, as they were. Mend the"
                    + " cause first: what is rejected again is the same entry again. May be stopped and started again.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:all that were meant are put back",
                "1:some are not; they are named",
                "2:wrong usage",
                "3:bus or storage is absent or refuses; what was not put back is where it was"
            })
    int redrive(
            @Mixin Options options,
            @Option(names = "--dry-run", description = "Only say what would be put back.") boolean dry) {
        var out = options.out();
        if (dry) {
            out.printf("%,d would be put back%n", options.each(entry -> out.println(line(entry))));
            return ExitCode.OK;
        }
        var report = new RedriveReport(out);
        return report.tell(options.outbox().redrive(options.selection(), report));
    }

    private static String line(RejectedEntry entry) {
        return Harmless.line("%s  %s  %s  %s@%.12s  %s"
                .formatted(
                        entry.since(),
                        entry.blob(),
                        entry.app(),
                        entry.module(),
                        entry.moduleDigest(),
                        entry.reason()));
    }

    private static void show(RejectedEntry entry, PrintWriter out) {
        out.println(Harmless.line("entry    " + entry.blob()));
        out.println(Harmless.line("written  " + entry.since()));
        out.println(Harmless.line("reason   " + entry.reason()));
        out.println(Harmless.line("app      " + entry.app()));
        out.println(Harmless.line("module   " + entry.module() + "@" + entry.moduleDigest()));
        out.println(Harmless.line("message  " + entry.messageId().orElse("without an id")));
        out.println(MessageText.of(entry.message()));
        out.println();
    }

    /// Where the entries are, and which of them.
    static final class Options {

        @Mixin
        private final BusOptions bus = new BusOptions();

        @Mixin
        private final StorageOptions storage = new StorageOptions();

        @Mixin
        private final SelectionOptions selection = new SelectionOptions();

        @Option(names = "--app", description = "Rejected by this service: distributor, receiver-express, ...")
        private @Nullable String app;

        @Option(names = "--module", paramLabel = "SHA256", description = "What the module's digest begins with.")
        private String module = "";

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command = CommandSpec.create();

        PrintWriter out() {
            return command.commandLine().getOut();
        }

        RejectedOutbox outbox() {
            return RejectedOutbox.of(bus.connect(), storage.connect());
        }

        Selection selection() {
            if (app != null && Hop.ofApp(app).isEmpty()) {
                throw new ParameterException(command.commandLine(), "--app %s is none of %s".formatted(app, names()));
            }
            return selection.select(app, module);
        }

        private static List<String> names() {
            return Arrays.stream(Hop.values()).map(Hop::app).toList();
        }

        int each(Consumer<RejectedEntry> action) {
            var count = new AtomicInteger();
            outbox().forEach(selection(), entry -> {
                action.accept(entry);
                count.incrementAndGet();
            });
            return count.get();
        }
    }
}
