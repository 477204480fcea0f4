package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One of the processes that share the work of a service, as a pod of a Deployment. It may end and start
/// again.
///
/// Its state changes under its lock, because it is probed while others start and stop it.
public final class ServiceReplica {
    /// As Kubernetes has it, but for the period, which is a tenth of its default so that nobody waits for it here.
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

    private static final int FAILURES_UNTIL_SICK = 3;

    private final AppLauncher launcher;
    private final String name;
    private final AppPorts ports;
    private volatile State state = State.GONE;
    private volatile Optional<ChildProcess> process = Optional.empty();
    private int failures;

    /// @param ports its own, and the address of its daprd
    ServiceReplica(AppLauncher launcher, String name, AppPorts ports) {
        this.launcher = launcher;
        this.name = name;
        this.ports = ports;
    }

    public String name() {
        return name;
    }

    /// Where it answers people: health, metrics, modules.
    public URI management() {
        return URI.create("http://127.0.0.1:%d".formatted(ports.management()));
    }

    /// The process that runs now.
    ///
    /// @throws IllegalStateException if none does
    public ChildProcess process() {
        return process.orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    /// How many messages it has handled since its start, whatever became of them.
    public long handled() {
        return Math.round(new Metrics(management().resolve("/q/metrics")).sum("orderwave_messages_total"));
    }

    /// Ends it as a crash would (`kill -9`), and leaves it so.
    public void kill() {
        process().kill();
        gone();
    }

    /// Starts it, again if it runs.
    public void start() {
        process.ifPresent(ChildProcess::close);
        begin();
    }

    /// Takes its new connections away and asks it to end (SIGTERM), both at once as a pod that is deleted;
    /// [#stop] waits.
    synchronized void leave() {
        state = State.LEAVING;
        process.ifPresent(ChildProcess::terminate);
    }

    /// Ends it in good order.
    public void stop() {
        leave();
        process.ifPresent(ChildProcess::close);
        gone();
    }

    boolean isRunning() {
        return process.isPresent();
    }

    boolean isReady() {
        return state == State.READY;
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    int appPort() {
        return ports.app();
    }

    String describe() {
        return "%-18s %s/q/health   log %s"
                .formatted(name, management(), process().log());
    }

    /// Asks whether it is ready, and remembers. Three failures in a row take a ready one out.
    CompletableFuture<Void> probe(HttpClient http) {
        return process.filter(running -> state == State.STARTING || state == State.READY)
                .map(running -> probe(http, running))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> probe(HttpClient http, ChildProcess asked) {
        var request = HttpRequest.newBuilder(management().resolve("/q/health/ready"))
                .timeout(PROBE_TIMEOUT)
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .thenAccept(healthy -> judge(asked, healthy));
    }

    /// An answer of a process that has ended since says nothing about the one that took its place.
    private synchronized void judge(ChildProcess asked, boolean healthy) {
        if (process.filter(asked::equals).isEmpty()) {
            return;
        }
        failures = healthy ? 0 : failures + 1;
        if (healthy && state == State.STARTING) {
            state = State.READY;
        } else if (failures >= FAILURES_UNTIL_SICK && state == State.READY) {
            state = State.STARTING;
        }
    }

    private synchronized void begin() {
        state = State.STARTING;
        failures = 0;
        process = Optional.of(launcher.service(name, ports));
    }

    private synchronized void gone() {
        state = State.GONE;
        process = Optional.empty();
    }

    private enum State {
        GONE,
        /// Runs and is not ready: not yet, or not any more.
        STARTING,
        READY,
        LEAVING
    }
}
