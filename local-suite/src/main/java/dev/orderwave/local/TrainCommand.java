package dev.orderwave.local;

import dev.orderwave.loadgen.order.OrderGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `orderwave train`: part of the build. One small wave teaches each service's JVM what it will need.
@Command(
        name = "train",
        description = "Writes the services' AOT caches, by a wave that is then forgotten.",
        hidden = true)
final class TrainCommand implements Runnable {
    private static final int ORDERS = 3000;
    private static final long SEED = 7;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var console = new WaveConsole(spec.commandLine().getOut(), System.console() != null);
        var config = LocalSuiteConfig.on(SuitePorts.free()).withServices(JavaServices.inTraining());
        try (var suite = LocalSuite.start(config)) {
            Wave.schedule(suite, OrderGenerator.seeded(SEED), ORDERS, console).verify();
            console.say("Writing what the services' JVMs learnt");
        }
    }
}
