package dev.orderwave.local;

import dev.orderwave.loadgen.order.OrderGenerator;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `orderwave demo`: one wave, from schedule to verified blobs.
@Command(
        name = "demo",
        description = "Runs one wave of orders through the whole suite and verifies every blob.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int NOT_CLEAN = 1;
    private static final long SEED = 42;

    @Option(names = "--orders", defaultValue = "10000", description = "How many; default: ${DEFAULT-VALUE}.")
    private int orders;

    @Option(
            names = "--replicas",
            defaultValue = "1",
            description = "How many of each service share one daprd, behind a balancer; default: ${DEFAULT-VALUE}.")
    private int replicas;

    @Option(names = "--keep", description = "Leave the suite running afterwards, until Ctrl-C.")
    private boolean keep;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the table to this file.")
    private @Nullable Path json;

    @Mixin
    private final CollectorOption traces = new CollectorOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        requirePositive("--orders", orders);
        requirePositive("--replicas", replicas);
        var config = config();
        var out = spec.commandLine().getOut();
        var console = new WaveConsole(out, System.console() != null);
        console.say("Starting local Service Bus, Azurite, three daprd and %s"
                .formatted(
                        replicas == 1 ? "three services" : "three services with %d replicas each".formatted(replicas)));
        try (var suite = LocalSuite.start(config)) {
            console.say("Logs are in " + suite.directory());
            var report = Wave.schedule(suite, OrderGenerator.seeded(SEED), orders, console)
                    .verify();
            out.println(report.table());
            Optional.ofNullable(json).ifPresent(report::writeJson);
            if (keep) {
                suite.endpoints().forEach(out::println);
                UpCommand.waitForStop(out, suite);
            }
            return report.isClean() ? ExitCode.OK : NOT_CLEAN;
        }
    }

    private LocalSuiteConfig config() {
        var config = LocalSuiteConfig.on(keep ? SuitePorts.wellKnown() : SuitePorts.free());
        if (replicas > 1) {
            for (var app : App.values()) {
                config = config.withReplicas(app, new Replicas(replicas, 1));
            }
        }
        return traces.collector().map(config::withTraces).orElse(config);
    }

    private void requirePositive(String option, int value) {
        if (value <= 0) {
            throw new ParameterException(spec.commandLine(), option + " must be positive, was " + value);
        }
    }
}
