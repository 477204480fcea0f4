package dev.orderwave.benchmarks.bus;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a message costs in the local Service Bus: in memory, with a journal, in memory ... in turns.
///
/// Each round is a new bus. A wave of a thousand messages before the one that counts lets both JVMs compile what they
/// need, and tells how long scheduling takes here.
@Command(
        name = "bus",
        description = "Measures what a message costs in the local Service Bus, with and without a journal.",
        mixinStandardHelpOptions = true)
public final class BusBench implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WARM_UP = 1000;
    private static final Duration WARM_UP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration AT_LEAST = Duration.ofSeconds(3);

    @Option(names = "--messages", defaultValue = "10000", description = "In a wave; default: ${DEFAULT-VALUE}.")
    private int messages;

    @Option(names = "--rounds", defaultValue = "3", description = "Waves for each; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BusBench())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() {
        requirePositive("--messages", messages);
        requirePositive("--rounds", rounds);
        var memory = new ArrayList<BusCosts>();
        var journal = new ArrayList<BusCosts>();
        for (var round = 1; round <= rounds; round++) {
            out().println("Round %d of %d, in memory and with a journal".formatted(round, rounds));
            out().flush();
            memory.add(measure(false));
            journal.add(measure(true));
        }
        out().println(new BusTable(memory, journal));
        return ExitCode.OK;
    }

    private BusCosts measure(boolean withJournal) {
        var directory = freshDirectory();
        var journal = Optional.of(directory.resolve("journal")).filter(_ -> withJournal);
        try (var bus = MeasuredBus.start(directory, journal)) {
            var warmUp = new MessageWave(bus, WARM_UP).run(WARM_UP_PATIENCE);
            var scheduling = warmUp.scheduling().time().multipliedBy(messages).dividedBy(WARM_UP);
            return new MessageWave(bus, messages).run(AT_LEAST.plus(scheduling));
        }
    }

    private static Path freshDirectory() {
        try {
            var runs = Files.createDirectories(
                    Path.of("benchmarks/target/bus-bench").toAbsolutePath());
            return Files.createTempDirectory(runs, "run");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the journal", e);
        }
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1, was " + value);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
