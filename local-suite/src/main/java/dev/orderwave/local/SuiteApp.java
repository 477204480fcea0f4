package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.Daprd;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;

/// One service and its daprd: two processes that find each other by port, and may die and come back one without the
/// other.
public final class SuiteApp implements RunningApp {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final AppLauncher launcher;
    private final AppPorts ports;
    private ChildProcess service;
    private Daprd daprd;

    private SuiteApp(AppLauncher launcher, AppPorts ports, ChildProcess service, Daprd daprd) {
        this.launcher = launcher;
        this.ports = ports;
        this.service = service;
        this.daprd = daprd;
    }

    /// Starts both and does not wait; [#awaitReady] does. If daprd does not start, the service is stopped.
    static SuiteApp start(AppLauncher launcher) {
        var ports = launcher.config().ports().of(launcher.app());
        var service = launchService(launcher, ports);
        try {
            return new SuiteApp(launcher, ports, service, launchDaprd(launcher, ports));
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /// Waits until the service takes messages and daprd delivers them.
    @Override
    public void awaitReady() {
        service.awaitStatus(AppLauncher.serviceHealth(ports), 200, START_PATIENCE);
        daprd.process().awaitStatus(AppLauncher.daprdHealth(ports), 204, START_PATIENCE);
    }

    public App app() {
        return launcher.app();
    }

    public ChildProcess service() {
        return service;
    }

    public ChildProcess daprd() {
        return daprd.process();
    }

    @Override
    public List<ChildProcess> processes() {
        return List.of(daprd(), service());
    }

    /// Starts the service again, after it was killed or in good order.
    public void restartService() {
        service.close();
        service = launchService(launcher, ports);
    }

    /// Starts daprd again, after it was killed or in good order.
    public void restartDaprd() {
        daprd.close();
        daprd = launchDaprd(launcher, ports);
    }

    @Override
    public List<SuitePart> parts() {
        return List.of(
                new SuitePart("daprd " + app().id(), this::daprd, this::restartDaprd, true),
                new SuitePart(app().id(), this::service, this::restartService, true));
    }

    /// Where the service answers people: health, metrics, modules.
    public URI management() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.management()));
    }

    /// Where daprd posts events.
    URI events() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.app()));
    }

    /// A request to the service as its daprd makes it, with the token that the service wants.
    public HttpRequest.Builder requestOfDaprd(String path) {
        return HttpRequest.newBuilder(events().resolve("/" + path))
                .header("dapr-api-token", launcher.tokens().app());
    }

    /// Where daprd tells its metrics.
    URI daprMetrics() {
        return daprd.metrics();
    }

    /// Where daprd answers the service.
    URI daprApi() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.daprHttp()));
    }

    @Override
    public List<String> describe() {
        return List.of("%-18s http://127.0.0.1:%d/q/health   daprd http://127.0.0.1:%d   log %s"
                .formatted(app().id(), ports.management(), ports.daprHttp(), service.log()));
    }

    /// Restarts both in good order, in the sequence that costs the queue least: see [#close].
    public void restart() {
        close();
        service = launchService(launcher, ports);
        daprd = launchDaprd(launcher, ports);
    }

    @Override
    public void terminateService() {
        service.terminate();
    }

    /// The service goes first: it has daprd stop reading before it is gone. A daprd that is stopped first gives what it
    /// still receives back to the queue, the same message again and again.
    @Override
    public void close() {
        service.close();
        daprd.close();
    }

    private static ChildProcess launchService(AppLauncher launcher, AppPorts ports) {
        return launcher.service(launcher.app().id(), ports);
    }

    private static Daprd launchDaprd(AppLauncher launcher, AppPorts ports) {
        return launcher.daprd("daprd " + launcher.app().id(), ports);
    }
}
