package dev.orderwave.local.chaos;

import dev.orderwave.local.LocalSuite;
import dev.orderwave.local.LocalSuiteConfig;
import dev.orderwave.local.SuitePorts;
import dev.orderwave.local.WaveConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `orderwave chaos`: wave after wave through a suite whose processes are not left in peace.
@Command(
        name = "chaos",
        description = "Kills, stops and pauses processes at random moments of waves, and verifies every blob.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {
    private static final int NOT_CLEAN = 1;
    /// Shorter than in production, so that what a dead process held comes back soon.
    private static final Duration LOCK = Duration.ofSeconds(8);

    @Option(names = "--rounds", defaultValue = "20", description = "How many waves; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--orders", defaultValue = "2000", description = "Orders in each wave; default: ${DEFAULT-VALUE}.")
    private int orders;

    @Option(names = "--seed", description = "Repeats what an earlier run drew; a new one each time unless given.")
    private @Nullable Long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        requirePositive("--rounds", rounds);
        requirePositive("--orders", orders);
        var out = spec.commandLine().getOut();
        var console = new WaveConsole(out, System.console() != null);
        long drawn = Optional.ofNullable(seed).orElseGet(System::nanoTime);
        console.say("Chaos by --seed " + drawn);
        var config =
                LocalSuiteConfig.on(SuitePorts.free()).withLockDuration(LOCK).withStorage(newFolder());
        var results = new ArrayList<ChaosRound>();
        try (var suite = LocalSuite.start(config)) {
            console.say("Logs are in " + suite.directory());
            var chaos = new Chaos(suite, console, drawn, orders, LOCK);
            for (int number = 1; number <= rounds; number++) {
                console.say("Round %d of %d".formatted(number, rounds));
                results.add(chaos.round(number));
            }
        }
        out.print(ChaosRound.HEADING);
        results.forEach(round -> out.print(round.row()));
        var clean = results.stream().allMatch(ChaosRound::isClean);
        out.println(clean ? "Every order became its blob." : "NOT every order became its blob.");
        return clean ? ExitCode.OK : NOT_CLEAN;
    }

    /// On disk, so that the bus may be killed, too.
    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "chaos-");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no folder for messages and blobs below target", e);
        }
    }

    private void requirePositive(String option, int value) {
        if (value <= 0) {
            throw new ParameterException(spec.commandLine(), option + " must be positive, was " + value);
        }
    }
}
