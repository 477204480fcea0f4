package dev.orderwave.local;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `orderwave up`: the suite at well-known ports, until Ctrl-C.
@Command(
        name = "up",
        description = "Starts everything but the load, and runs until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {
    @Option(
            names = "--backing",
            description = "Only the queues and the blobs, for services started by 'dapr run -f .'.")
    private boolean backing;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var storage = Checkout.find().storage();
        var config = LocalSuiteConfig.on(SuitePorts.wellKnown()).withStorage(storage);
        try (var suite = backing ? LocalSuite.startBacking(config) : LocalSuite.start(config)) {
            suite.endpoints().forEach(out::println);
            out.println("Messages, blobs    " + storage + ", to be found again by the next 'up'");
            waitForStop(out);
        }
    }

    /// Ctrl-C ends the JVM, and whatever it started is stopped on its way out.
    static void waitForStop(PrintWriter out) {
        out.println("Running. Press Ctrl-C to stop.");
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
