package dev.orderwave.local;

import dev.orderwave.processes.Azurite;
import dev.orderwave.processes.ChildProcess;
import dev.orderwave.servicebus.LocalServiceBusMain;
import dev.orderwave.servicebus.StatisticsClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What Azure is in production: the queues and the blobs.
public final class BackingServices implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /// About two round trips within a region. Without them a receiver that refuses everything, as a daprd does that is
    /// about to stop, uses up a message's deliveries a hundred times faster here than there.
    private static final String AS_FAR_AS_AZURE = "0.01s";

    private final LocalSuiteConfig config;
    private final Path directory;
    private final Azurite azurite;
    private final StatisticsClient statistics;
    private ChildProcess serviceBus;

    private BackingServices(LocalSuiteConfig config, Path directory, ChildProcess serviceBus, Azurite azurite) {
        this.config = config;
        this.directory = directory;
        this.serviceBus = serviceBus;
        this.azurite = azurite;
        this.statistics = new StatisticsClient(config.ports().statistics());
    }

    /// Starts both and waits until both answer. A queue must be there before the first daprd, which would otherwise
    /// look for it again only after half a minute.
    static BackingServices start(LocalSuiteConfig config, Path directory) {
        var serviceBus = launchServiceBus(config, directory);
        try {
            var azurite = startAzurite(config, directory);
            awaitReady(serviceBus, config);
            return new BackingServices(config, directory, serviceBus, azurite);
        } catch (RuntimeException e) {
            serviceBus.close();
            throw e;
        }
    }

    /// Waits until the bus answers; Azurite is waited for wherever it is started.
    void awaitReady() {
        awaitReady(serviceBus, config);
    }

    /// Kills the bus (`kill -9`) and starts it again at the same port. What it holds afterwards is what its journal
    /// has, and nothing without [LocalSuiteConfig#storage].
    public void restartServiceBus() {
        serviceBus.kill();
        launchServiceBusAgain();
        awaitReady();
    }

    /// For the Azure SDKs and for Dapr's components.
    public String serviceBusConnectionString() {
        return "Endpoint=sb://localhost:%d;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;"
                .formatted(config.ports().serviceBus());
    }

    /// For the Azure SDKs and for Dapr's components.
    public String blobConnectionString() {
        return azurite.connectionString();
    }

    public Azurite azurite() {
        return azurite;
    }

    public StatisticsClient statistics() {
        return statistics;
    }

    List<ChildProcess> processes() {
        return List.of(serviceBus, azurite.process());
    }

    /// What may go away and come back while orders flow: nothing that has its messages or blobs in memory.
    List<SuitePart> parts() {
        var blobs = new SuitePart("azurite", azurite::process, azurite::restart, false);
        var queues = new SuitePart("local-servicebus", () -> serviceBus, this::launchServiceBusAgain, true);
        return config.storage().isPresent() ? List.of(queues, blobs) : List.of();
    }

    @Override
    public void close() {
        statistics.close();
        azurite.close();
        serviceBus.close();
    }

    private void launchServiceBusAgain() {
        serviceBus.close();
        serviceBus = launchServiceBus(config, directory);
    }

    /// In memory where nobody wants the blobs later: on disk it writes all of its index every few seconds, which takes
    /// most of its time once there are some 10,000 blobs.
    private static Azurite startAzurite(LocalSuiteConfig config, Path directory) {
        var port = config.ports().blob();
        return config.storage()
                .map(folder -> Azurite.start(port, directory, folder.resolve("blobs")))
                .orElseGet(() -> Azurite.start(port, directory));
    }

    private static ChildProcess launchServiceBus(LocalSuiteConfig config, Path directory) {
        return ChildProcess.start(
                "local-servicebus",
                serviceBusCommand(config),
                Map.of(),
                directory,
                directory.resolve("servicebus.log"));
    }

    private static void awaitReady(ChildProcess serviceBus, LocalSuiteConfig config) {
        var statistics = URI.create(
                "http://127.0.0.1:%d/statistics".formatted(config.ports().statistics()));
        serviceBus.awaitStatus(statistics, 200, START_PATIENCE);
    }

    private static List<String> serviceBusCommand(LocalSuiteConfig config) {
        var command = new ArrayList<>(List.of(
                Java.executable(),
                // A wave is over before the optimizing compiler has paid for itself.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                LocalServiceBusMain.class.getName(),
                "--port",
                Integer.toString(config.ports().serviceBus()),
                "--statistics-port",
                Integer.toString(config.ports().statistics())));
        for (var queue : config.queues()) {
            command.add("--queue");
            command.add("%s:%d:%d,redelivery-pause=%s"
                    .formatted(
                            queue.id(), config.lockDuration().toSeconds(), config.maxDeliveryCount(), AS_FAR_AS_AZURE));
        }
        config.storage().ifPresent(folder -> {
            command.add("--journal");
            command.add(folder.resolve("journal").toString());
        });
        return List.copyOf(command);
    }
}
