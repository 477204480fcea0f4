package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.FreePorts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Several replicas of one service and its daprd, as Dapr Shared runs them: each side meets the other at one address,
/// behind which a [Balancer] stands as a Service does in a cluster.
public final class SharedApp implements RunningApp {
    private final ReplicaSet services;
    private final List<DaprdReplica> daprds = new CopyOnWriteArrayList<>();
    private final List<Balancer> daprdAddress = new CopyOnWriteArrayList<>();

    private SharedApp(ReplicaSet services) {
        this.services = services;
    }

    /// Starts all and does not wait; [#awaitReady] does. If one does not start, the others are stopped.
    static SharedApp start(AppLauncher launcher, Replicas replicas) {
        var address = launcher.config().ports().of(launcher.app());
        var app = new SharedApp(ReplicaSet.start(launcher, address, replicas.services()));
        try {
            app.startDaprds(launcher, address, replicas.daprds());
            // Not only to those that are ready: a daprd waits for its service, and the service for its daprd.
            app.openAddress(address.daprHttp(), AppPorts::daprHttp);
            app.openAddress(address.daprGrpc(), AppPorts::daprGrpc);
            return app;
        } catch (RuntimeException e) {
            app.close();
            throw e;
        }
    }

    /// Waits until every replica that is to run takes messages, and every daprd delivers them if there is one.
    @Override
    public void awaitReady() {
        services.awaitReady();
        if (!services.running().isEmpty()) {
            daprds.forEach(DaprdReplica::awaitReady);
        }
    }

    /// The replicas of the service, by number; also one that was killed.
    public List<ServiceReplica> replicas() {
        return services.replicas();
    }

    List<ServiceReplica> runningReplicas() {
        return services.running();
    }

    public List<DaprdReplica> daprds() {
        return List.copyOf(daprds);
    }

    /// Has so many replicas of the service run. Waits for those that end, and not for those that start.
    public void scale(int wanted) {
        services.scale(wanted);
    }

    @Override
    public List<ChildProcess> processes() {
        return Stream.concat(
                        daprds.stream().map(DaprdReplica::process),
                        services.running().stream().map(ServiceReplica::process))
                .toList();
    }

    @Override
    public List<SuitePart> parts() {
        return Stream.concat(
                        daprds.stream().map(daprd -> new SuitePart(daprd.name(), daprd::process, daprd::restart, true)),
                        replicas().stream()
                                .map(replica -> new SuitePart(replica.name(), replica::process, replica::start, true)))
                .toList();
    }

    @Override
    public List<String> describe() {
        return Stream.concat(
                        services.running().stream().map(ServiceReplica::describe),
                        daprds.stream().map(DaprdReplica::describe))
                .toList();
    }

    @Override
    public void terminateService() {
        services.terminate();
    }

    /// The service goes first: it has daprd stop reading before it is gone.
    @Override
    public void close() {
        services.close();
        daprds.forEach(daprd -> daprd.process().terminate());
        daprds.forEach(daprd -> daprd.process().close());
        daprdAddress.forEach(Balancer::close);
    }

    private void startDaprds(AppLauncher launcher, AppPorts address, int wanted) {
        var only = "daprd " + launcher.app().id();
        IntStream.rangeClosed(1, wanted)
                .mapToObj(number -> wanted == 1 ? only : "%s-%d".formatted(only, number))
                .forEach(name -> daprds.add(daprd(name, launcher, address)));
    }

    private static DaprdReplica daprd(String name, AppLauncher launcher, AppPorts address) {
        var ports = FreePorts.find(2);
        return new DaprdReplica(
                launcher, name, new AppPorts(address.app(), address.management(), ports.get(0), ports.get(1)));
    }

    private void openAddress(int port, ToIntFunction<AppPorts> own) {
        var balancer = Balancer.at(port);
        daprdAddress.add(balancer);
        balancer.route(
                daprds.stream().map(daprd -> own.applyAsInt(daprd.ports())).toList());
    }
}
