package dev.orderwave.local;

import dev.orderwave.loadgen.order.OrderGenerator;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `orderwave train`: part of the build. One small wave teaches each service's JVM what it will need.
@Command(
        name = "train",
        description = "Writes the services' AOT caches, by a wave that is then forgotten.",
        hidden = true)
final class TrainCommand implements Runnable {
    private static final int ORDERS = 3000;
    private static final long SEED = 7;

    @Option(names = "--layout", paramLabel = "FOLDER", description = "Train the services of these images instead.")
    private @Nullable Path layout;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var console = new WaveConsole(spec.commandLine().getOut(), System.console() != null);
        var services = Optional.ofNullable(layout)
                .<ServiceProgram>map(folder -> new ImageServices(folder.toAbsolutePath()))
                .orElseGet(JavaServices::inTraining);
        var config = LocalSuiteConfig.on(SuitePorts.free()).withServices(services);
        try (var suite = LocalSuite.start(config)) {
            Wave.schedule(suite, OrderGenerator.seeded(SEED), ORDERS, console).verify();
            scrape(suite);
            console.say("Writing what the services' JVMs learnt");
        }
    }

    /// As Prometheus will: what a service needs to tell its metrics is to come from the AOT cache, too.
    private static void scrape(LocalSuite suite) {
        for (var app : App.values()) {
            new Metrics(suite.app(app).management().resolve("/q/metrics")).read();
        }
    }
}
