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

    private final ChildProcess serviceBus;
    private final Azurite azurite;
    private final SuitePorts ports;
    private final StatisticsClient statistics;

    private BackingServices(ChildProcess serviceBus, Azurite azurite, SuitePorts ports) {
        this.serviceBus = serviceBus;
        this.azurite = azurite;
        this.ports = ports;
        this.statistics = new StatisticsClient(ports.statistics());
    }

    /// Starts both and waits until both answer. A queue must be there before the first daprd, which would otherwise
    /// look for it again only after half a minute.
    static BackingServices start(LocalSuiteConfig config, Path directory) {
        var ports = config.ports();
        var serviceBus = ChildProcess.start(
                "local-servicebus",
                serviceBusCommand(config),
                Map.of(),
                directory,
                directory.resolve("servicebus.log"));
        try {
            var azurite = Azurite.start(ports.blob(), directory, directory.resolve("blobs"));
            var statistics = URI.create("http://127.0.0.1:%d/statistics".formatted(ports.statistics()));
            serviceBus.awaitStatus(statistics, 200, START_PATIENCE);
            return new BackingServices(serviceBus, azurite, ports);
        } catch (RuntimeException e) {
            serviceBus.close();
            throw e;
        }
    }

    /// For the Azure SDKs and for Dapr's components.
    public String serviceBusConnectionString() {
        return "Endpoint=sb://localhost:%d;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;"
                .formatted(ports.serviceBus());
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

    /// What may go away and come back while orders flow. The queues are in memory only.
    List<SuitePart> parts() {
        return List.of(new SuitePart("azurite", azurite::process, azurite::restart, false));
    }

    @Override
    public void close() {
        statistics.close();
        azurite.close();
        serviceBus.close();
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
            command.add("%s:%d:%d".formatted(queue.id(), config.lockDuration().toSeconds(), config.maxDeliveryCount()));
        }
        return List.copyOf(command);
    }
}
