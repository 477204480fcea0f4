package dev.orderwave.local;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `orderwave up`: the suite at well-known ports, until Ctrl-C or until a part of it ends.
@Command(
        name = "up",
        description = "Starts everything but the load, and runs until Ctrl-C or until a part of it ends.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {
    private static final long NEWS_MILLIS = 500;

    @Option(
            names = "--backing",
            description = "Only the queues and the blobs, for services started by 'dapr run -f .'.")
    private boolean backing;

    @Option(
            names = "--in-memory",
            description = "Keep messages and blobs in memory, which is quicker; they are gone at the end.")
    private boolean inMemory;

    @Option(
            names = "--services",
            paramLabel = "COMMAND",
            description = "Start this in place of our services, once per app id, which becomes its last argument;"
                    + " its ports are in APP_PORT, DAPR_HTTP_PORT and DAPR_GRPC_PORT.")
    private Optional<String> services = Optional.empty();

    @Mixin
    private final CollectorOption traces = new CollectorOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var config = config();
        try (var suite = backing ? LocalSuite.startBacking(config) : LocalSuite.start(config)) {
            suite.endpoints().forEach(out::println);
            out.println("Messages, blobs    "
                    + config.storage()
                            .map(folder -> folder + ", to be found again by the next 'up'")
                            .orElse("in memory"));
            waitForStop(out, suite);
        }
    }

    private LocalSuiteConfig config() {
        var collector = traces.collector().map(this::requireOwnDaprd);
        var untraced = LocalSuiteConfig.on(SuitePorts.wellKnown())
                .withServices(services.<ServiceProgram>map(OtherServices::new).orElseGet(JavaServices::ofThisCheckout));
        var config = collector.map(untraced::withTraces).orElse(untraced);
        return inMemory ? config : config.withStorage(Checkout.find().storage());
    }

    private TraceCollector requireOwnDaprd(TraceCollector collector) {
        if (backing) {
            throw new ParameterException(
                    spec.commandLine(), "--traces goes without --backing, which starts nobody who has traces to tell");
        }
        return collector;
    }

    /// Ctrl-C ends the JVM, and whatever it started is stopped on its way out.
    ///
    /// @throws dev.orderwave.processes.ProcessFailedException if a process of the suite ends before that
    static void waitForStop(PrintWriter out, LocalSuite suite) {
        out.println(
                "Process ids        " + suite.writeProcessIds(Checkout.find().processIds()));
        out.println("Running. Press Ctrl-C to stop.");
        out.flush();
        var stopping = new CompletableFuture<Boolean>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.complete(true), "up-is-stopping"));
        suite.firstEnd().join();
        // A terminal sends Ctrl-C to every process, and one of them may be gone before this JVM has heard of it.
        if (!stopping.completeOnTimeout(false, NEWS_MILLIS, TimeUnit.MILLISECONDS)
                .join()) {
            suite.requireAlive();
        }
    }
}
