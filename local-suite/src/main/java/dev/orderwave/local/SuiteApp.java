package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.Daprd;
import dev.orderwave.processes.DaprdConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One service and its daprd: two processes that find each other by port, and may die and come back one without the
/// other.
public final class SuiteApp implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final App app;
    private final AppPorts ports;
    private final Path directory;
    private final Checkout checkout;
    private final List<Path> components;
    private final ServiceProgram services;
    private final Map<String, String> configuration;
    private final int busHttpPort;
    private final Tokens tokens = Tokens.random();
    private ChildProcess service;
    private Daprd daprd;

    private SuiteApp(App app, LocalSuiteConfig config, Path directory, Checkout checkout, List<Path> components) {
        this.app = app;
        this.ports = config.ports().of(app);
        this.services = config.services();
        this.configuration = config.environment(app);
        this.busHttpPort = config.ports().statistics();
        this.directory = directory;
        this.checkout = checkout;
        this.components = components;
        this.service = launchService();
        this.daprd = launchDaprd();
    }

    /// Starts both and does not wait; [#awaitReady] does.
    static SuiteApp start(App app, LocalSuiteConfig config, Path directory, Checkout checkout, List<Path> components) {
        return new SuiteApp(app, config, directory, checkout, components);
    }

    /// Waits until the service takes messages and daprd delivers them.
    public void awaitReady() {
        service.awaitStatus(URI.create("http://127.0.0.1:%d/healthz".formatted(ports.app())), 200, START_PATIENCE);
        daprd.process()
                .awaitStatus(
                        URI.create("http://127.0.0.1:%d/v1.0/healthz".formatted(ports.daprHttp())),
                        204,
                        START_PATIENCE);
    }

    public App app() {
        return app;
    }

    public ChildProcess service() {
        return service;
    }

    public ChildProcess daprd() {
        return daprd.process();
    }

    /// Starts the service again, after it was killed or in good order.
    public void restartService() {
        service.close();
        service = launchService();
    }

    /// Starts daprd again, after it was killed or in good order.
    public void restartDaprd() {
        daprd.close();
        daprd = launchDaprd();
    }

    /// The two processes, each of which may go away without the other.
    List<SuitePart> parts() {
        return List.of(
                new SuitePart("daprd " + app.id(), this::daprd, this::restartDaprd, true),
                new SuitePart(app.id(), this::service, this::restartService, true));
    }

    /// Where the service answers people: health, metrics, modules.
    public URI management() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.management()));
    }

    /// Where daprd posts events.
    URI events() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.app()));
    }

    /// Where daprd answers the service.
    URI daprApi() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.daprHttp()));
    }

    /// Where people look: health, metrics, and the service's log.
    String describe() {
        return "%-18s http://127.0.0.1:%d/q/health   daprd http://127.0.0.1:%d   log %s"
                .formatted(app.id(), ports.management(), ports.daprHttp(), service.log());
    }

    /// Restarts both in good order, in the sequence that costs the queue least: see [#close].
    public void restart() {
        close();
        service = launchService();
        daprd = launchDaprd();
    }

    /// The service goes first: it has daprd stop reading before it is gone. A daprd that is stopped first gives what it
    /// still receives back to the queue, the same message again and again.
    @Override
    public void close() {
        service.close();
        daprd.close();
    }

    private ChildProcess launchService() {
        var environment = new HashMap<>(tokens.environment());
        environment.put("ORDERWAVE_QUEUE_WATCH_ENDPOINT", "http://127.0.0.1:%d".formatted(busHttpPort));
        environment.putAll(configuration);
        environment.put("APP_PORT", Integer.toString(ports.app()));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.management()));
        environment.put("DAPR_HTTP_PORT", Integer.toString(ports.daprHttp()));
        environment.put("DAPR_GRPC_PORT", Integer.toString(ports.daprGrpc()));
        return ChildProcess.start(
                app.id(), services.command(app), environment, directory, directory.resolve(app.id() + ".log"));
    }

    private Daprd launchDaprd() {
        return Daprd.start(new DaprdConfig(
                app.id(),
                ports.app(),
                ports.daprHttp(),
                ports.daprGrpc(),
                components,
                checkout.root().resolve("dapr-components/configuration.yaml"),
                tokens.environment(),
                directory,
                directory.resolve("daprd-%s.log".formatted(app.id()))));
    }
}
