package dev.orderwave.ledger.cli;

import dev.orderwave.azure.BusOptions;
import dev.orderwave.ledger.DeadLetter;
import dev.orderwave.ledger.DeadLetters;
import dev.orderwave.ledger.Hop;
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

/// `orderwave dead-letters`: what the queues gave up, and the way back.
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists, shows and puts back what the queues gave up.")
final class DeadLettersCommand {

    private static final int NONE = 1;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line per message: where, which, why.")
    int list(@Mixin Options options) {
        var out = options.out();
        var count = options.each(letter -> out.println(line(letter)));
        out.printf("%,d dead-lettered%n", count);
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "All of each message.")
    int show(@Mixin Options options) {
        var out = options.out();
        var count = options.each(letter -> show(letter, out));
        if (count == 0) {
            out.println("no such dead letter");
        }
        return count == 0 ? NONE : ExitCode.OK;
    }

    @Command(
            name = "redrive",
            mixinStandardHelpOptions = true,
            description =
                    "Puts dead letters back into their queue, as they were. Mend the cause first: what fails again"
                            + " is a dead letter again. May be stopped and started again.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:all that were meant are put back",
                "1:some are not; they are named",
                "2:wrong usage",
                "3:the bus is absent or refuses; what was not put back is where it was"
            })
    int redrive(
            @Mixin Options options,
            @Option(names = "--dry-run", description = "Only say what would be put back.") boolean dry) {
        var out = options.out();
        if (dry) {
            out.printf("%,d would be put back%n", options.each(letter -> out.println(line(letter))));
            return ExitCode.OK;
        }
        var report = new RedriveReport(out);
        return report.tell(options.letters().redrive(options.selection(), report));
    }

    private static String line(DeadLetter letter) {
        return Harmless.line("%s  %s  %s  %d deliveries  %s"
                .formatted(
                        letter.since(),
                        letter.place(),
                        letter.messageId().orElse("without an id"),
                        letter.deliveries(),
                        letter.reason()));
    }

    private static void show(DeadLetter letter, PrintWriter out) {
        out.println(Harmless.line("queue       " + letter.place()));
        out.println(Harmless.line("message     " + letter.messageId().orElse("without an id")));
        out.println(Harmless.line("accepted    " + letter.since()));
        out.println(Harmless.line("deliveries  " + letter.deliveries()));
        out.println(Harmless.line("reason      " + letter.reason()));
        letter.properties().forEach((name, value) -> out.println(Harmless.line("property    " + name + "=" + value)));
        out.println(MessageText.of(letter.message()));
        out.println();
    }

    /// Where the dead letters are, and which of them.
    static final class Options {

        @Mixin
        private final BusOptions bus = new BusOptions();

        @Mixin
        private final SelectionOptions selection = new SelectionOptions();

        @Option(names = "--queue", description = "Given up by this queue: q-order-ingress, q-order-express, ...")
        private @Nullable String queue;

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command = CommandSpec.create();

        PrintWriter out() {
            return command.commandLine().getOut();
        }

        DeadLetters letters() {
            return DeadLetters.of(bus.connect());
        }

        Selection selection() {
            if (queue != null && Hop.ofQueue(queue).isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "--queue %s is none of %s".formatted(queue, names()));
            }
            return selection.select(queue, "");
        }

        private static List<String> names() {
            return Arrays.stream(Hop.values()).map(Hop::queue).toList();
        }

        int each(Consumer<DeadLetter> action) {
            var count = new AtomicInteger();
            letters().forEach(selection(), letter -> {
                action.accept(letter);
                count.incrementAndGet();
            });
            return count.get();
        }
    }
}
