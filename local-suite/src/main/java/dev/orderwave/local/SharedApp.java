package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.FreePorts;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Several replicas of one service and its daprd, as Dapr Shared runs them: each side meets the other at one address,
/// behind which a [Balancer] stands as a Service does in a cluster.
public final class SharedApp implements RunningApp {
    private final ReplicaSet services;
    private final List<DaprdReplica> daprds;
    private final List<Balancer> daprdAddress;

    private SharedApp(ReplicaSet services, List<DaprdReplica> daprds, List<Balancer> daprdAddress) {
        this.services = services;
        this.daprds = List.copyOf(daprds);
        this.daprdAddress = List.copyOf(daprdAddress);
    }

    /// Starts all and does not wait; [#awaitReady] does.
    static SharedApp start(AppLauncher launcher, Replicas replicas) {
        var address = launcher.config().ports().of(launcher.app());
        var services = ReplicaSet.start(launcher, address, replicas.services());
        var only = "daprd " + launcher.app().id();
        var daprds = replicas.daprds() == 1
                ? List.of(daprd(only, launcher, address))
                : IntStream.rangeClosed(1, replicas.daprds())
                        .mapToObj(number -> daprd("%s-%d".formatted(only, number), launcher, address))
                        .toList();
        // Not only to those that are ready: a daprd waits for its service, and the service for its daprd.
        return new SharedApp(
                services,
                daprds,
                List.of(
                        addressOf(daprds, address.daprHttp(), AppPorts::daprHttp),
                        addressOf(daprds, address.daprGrpc(), AppPorts::daprGrpc)));
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
        return daprds;
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

    private static DaprdReplica daprd(String name, AppLauncher launcher, AppPorts address) {
        var ports = FreePorts.find(2);
        return new DaprdReplica(
                launcher, name, new AppPorts(address.app(), address.management(), ports.get(0), ports.get(1)));
    }

    private static Balancer addressOf(List<DaprdReplica> daprds, int port, ToIntFunction<AppPorts> own) {
        var balancer = Balancer.at(port);
        balancer.route(
                daprds.stream().map(daprd -> own.applyAsInt(daprd.ports())).toList());
        return balancer;
    }
}
