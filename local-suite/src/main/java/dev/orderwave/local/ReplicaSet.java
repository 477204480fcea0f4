package dev.orderwave.local;

import dev.orderwave.processes.FreePorts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The replicas of a service and the one address they have together: in a cluster a Deployment, its
/// readiness probe and a Service.
final class ReplicaSet implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ReplicaSet.class.getName());
    private static final Duration PROBE_PERIOD = Duration.ofSeconds(1);
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);

    private final AppLauncher launcher;
    private final AppPorts address;
    private final Balancer balancer;
    private final List<ServiceReplica> replicas = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("readiness").factory());

    private ReplicaSet(AppLauncher launcher, AppPorts address, Balancer balancer) {
        this.launcher = launcher;
        this.address = address;
        this.balancer = balancer;
    }

    /// Starts so many and does not wait; [#awaitReady] does.
    static ReplicaSet start(AppLauncher launcher, AppPorts address, int replicas) {
        var set = new ReplicaSet(launcher, address, Balancer.at(address.app()));
        try {
            set.scale(replicas);
            set.prober.scheduleWithFixedDelay(set::probe, 0, PROBE_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
            return set;
        } catch (RuntimeException e) {
            set.close();
            throw e;
        }
    }

    /// Those that are to run, whether they do or not.
    List<ServiceReplica> replicas() {
        return List.copyOf(replicas);
    }

    List<ServiceReplica> running() {
        return replicas.stream().filter(ServiceReplica::isRunning).toList();
    }

    /// Starts or stops as many as are missing or too many. Those that leave do so side by side and are waited for.
    void scale(int wanted) {
        for (int number = replicas.size() + 1; number <= wanted; number++) {
            var replica = new ServiceReplica(
                    launcher, "%s-%d".formatted(launcher.app().id(), number), ownPorts());
            replicas.add(replica);
            replica.start();
        }
        var surplus = new ArrayList<>(replicas.subList(Math.min(wanted, replicas.size()), replicas.size()));
        surplus.forEach(ServiceReplica::leave);
        route();
        surplus.forEach(ServiceReplica::stop);
        replicas.removeAll(surplus);
        route();
    }

    /// Waits until all that run are ready.
    ///
    /// @throws dev.orderwave.processes.ProcessFailedException if one ends or is not ready in time
    void awaitReady() {
        running().forEach(replica -> replica.process().await("get ready", START_PATIENCE, replica::isReady));
        route();
    }

    void terminate() {
        running().forEach(ServiceReplica::leave);
        route();
    }

    @Override
    public void close() {
        scale(0);
        prober.shutdownNow();
        http.shutdownNow();
        balancer.close();
    }

    /// Never fails: an exception would end the schedule, and readiness would stay as it is for ever.
    private void probe() {
        try {
            var probes = running().stream().map(replica -> replica.probe(http)).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(probes).thenRun(this::route).join();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "readiness of %s is not known, asked again"
                            .formatted(launcher.app().id()),
                    e);
        }
    }

    /// To those that are ready. When none is, to those that are about to leave and still answer, as kube-proxy does.
    private void route() {
        var ready = replicas.stream().filter(ServiceReplica::isReady).toList();
        var leaving = replicas.stream().filter(ServiceReplica::isLeaving).toList();
        balancer.route((ready.isEmpty() ? leaving : ready)
                .stream().map(ServiceReplica::appPort).toList());
    }

    private AppPorts ownPorts() {
        var ports = FreePorts.find(2);
        return new AppPorts(ports.get(0), ports.get(1), address.daprHttp(), address.daprGrpc());
    }
}
