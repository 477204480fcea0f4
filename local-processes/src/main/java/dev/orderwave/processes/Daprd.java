package dev.orderwave.processes;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real daprd for one app id, the same program with the same settings as in a cluster.
public final class Daprd implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final DaprdConfig config;
    private final int metricsPort;

    private Daprd(ChildProcess process, DaprdConfig config, int metricsPort) {
        this.process = process;
        this.config = config;
        this.metricsPort = metricsPort;
    }

    /// Starts it and returns at once: daprd and its app wait for each other, so neither may be waited for alone.
    /// [#awaitReady] waits.
    ///
    /// @throws ProcessFailedException if no daprd is found
    public static Daprd start(DaprdConfig config) {
        return start("daprd " + config.appId(), config);
    }

    /// The same under a name of its own, for one of several of an app id.
    public static Daprd start(String name, DaprdConfig config) {
        var ports = FreePorts.find(2);
        var command = command(config, ports.get(0), ports.get(1));
        var process = ChildProcess.start(name, command, config.environment(), config.workDirectory(), config.log());
        return new Daprd(process, config, ports.get(1));
    }

    /// Waits until its components are loaded and it answers outbound calls. That does not need the app.
    ///
    /// @throws ProcessFailedException if it ends or is not ready within a minute
    public Daprd awaitReady() {
        var health = URI.create("http://127.0.0.1:%d/v1.0/healthz/outbound".formatted(config.httpPort()));
        process.awaitStatus(health, 204, START_PATIENCE);
        return this;
    }

    public ChildProcess process() {
        return process;
    }

    /// Where it tells Prometheus what it counted.
    public URI metrics() {
        return URI.create("http://127.0.0.1:%d/metrics".formatted(metricsPort));
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> command(DaprdConfig config, int internalPort, int metricsPort) {
        var command = new ArrayList<>(List.of(
                DaprdProgram.find().toString(),
                "--app-id=" + config.appId(),
                "--app-port=" + config.appPort(),
                "--app-protocol=http",
                "--dapr-listen-addresses=127.0.0.1",
                "--dapr-internal-grpc-listen-address=127.0.0.1",
                "--dapr-http-port=" + config.httpPort(),
                "--dapr-grpc-port=" + config.grpcPort(),
                "--dapr-internal-grpc-port=" + internalPort,
                "--metrics-port=" + metricsPort,
                "--config=" + config.configuration(),
                "--log-level=info",
                // Without it a message is read, fails and costs a delivery while the app is away.
                "--enable-app-health-check",
                "--app-health-check-path=/healthz",
                "--app-health-probe-interval=1",
                // A probe that is late once must not stop the reading: each stop costs deliveries. An app that is gone
                // is noticed after two or three seconds.
                "--app-health-probe-timeout=1000",
                "--app-health-threshold=2",
                // On a graceful stop the outputs keep working until the messages in hand are settled.
                "--dapr-block-shutdown-duration=3s",
                "--dapr-graceful-shutdown-seconds=10"));
        config.resources().forEach(folder -> command.add("--resources-path=" + folder));
        return List.copyOf(command);
    }
}
