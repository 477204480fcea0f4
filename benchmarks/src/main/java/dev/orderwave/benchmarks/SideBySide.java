package dev.orderwave.benchmarks;

import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.local.JavaServices;
import dev.orderwave.local.LocalSuite;
import dev.orderwave.local.LocalSuiteConfig;
import dev.orderwave.local.ServiceProgram;
import dev.orderwave.local.SuitePorts;
import dev.orderwave.local.Wave;
import dev.orderwave.local.WaveConsole;
import dev.orderwave.local.WaveReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Orderwave's services beside the plain Node baseline, in turns: ours, Node, ours, Node ...
///
/// Each round is one wave through a fresh suite from a cold start. Both get the same daprd, queues, blob storage,
/// components and orders; only the three service processes differ. A wave that lost or spoilt an order is no result:
/// it ends the run.
@Command(
        name = "side-by-side",
        description = "Compares Orderwave with the plain Node baseline, round by round from a cold start.",
        mixinStandardHelpOptions = true)
public final class SideBySide implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final long SEED = 42;

    @Option(names = "--rounds", defaultValue = "3", description = "Waves for each; default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--orders", defaultValue = "5000", description = "Orders in a wave; default: ${DEFAULT-VALUE}.")
    private int orders;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the table and every wave to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SideBySide())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return FAILED;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() {
        requirePositive("--rounds", rounds);
        requirePositive("--orders", orders);
        var comparison = compare(JavaServices.ofThisCheckout(), NodeBaseline.ofThisCheckout());
        out().println(comparison.table());
        Optional.ofNullable(json).ifPresent(comparison::writeJson);
        return ExitCode.OK;
    }

    private Comparison compare(ServiceProgram ours, ServiceProgram node) {
        var oursWaves = new ArrayList<WaveReport>();
        var nodeWaves = new ArrayList<WaveReport>();
        for (int round = 1; round <= rounds; round++) {
            oursWaves.add(wave("Orderwave, round %d of %d".formatted(round, rounds), ours));
            nodeWaves.add(wave("Node, round %d of %d".formatted(round, rounds), node));
        }
        return new Comparison(Machine.here(), oursWaves, nodeWaves);
    }

    /// One wave through a suite that is started for it and stopped after it.
    private WaveReport wave(String round, ServiceProgram services) {
        out().println(round);
        var config = LocalSuiteConfig.on(SuitePorts.free()).withServices(services);
        try (var suite = LocalSuite.start(config)) {
            var console = new WaveConsole(out(), System.console() != null);
            var report = Wave.schedule(suite, OrderGenerator.seeded(SEED), orders, console)
                    .verify();
            requireClean(round, report, suite.directory());
            out().println(Metric.line(report));
            return report;
        }
    }

    /// These orders are all valid, so a rejection is a fault too.
    private static void requireClean(String round, WaveReport report, Path logs) {
        if (!report.isClean() || report.rejected() > 0) {
            throw new IllegalStateException(
                    "%s: not every order became its blob, so there is nothing to compare. %d lost, %d duplicated, %d misrouted, %d corrupted, %d rejected, %d dead-lettered %s. Logs are in %s"
                            .formatted(
                                    round,
                                    report.lost(),
                                    report.duplicated(),
                                    report.misrouted(),
                                    report.corrupted(),
                                    report.rejected(),
                                    report.deadLettered(),
                                    report.findings(),
                                    logs));
        }
    }

    private void requirePositive(String option, int value) {
        if (value <= 0) {
            throw new ParameterException(spec.commandLine(), "%s must be positive, was %d".formatted(option, value));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
