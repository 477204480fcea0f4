package dev.orderwave.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What may differ from one local suite to the next.
///
/// @param lockDuration how long a queue waits for a receiver that went away before it delivers again
/// @param maxDeliveryCount deliveries after which a queue gives a message up to its dead-letter queue
/// @param services what is started as distributor and receivers
/// @param queues which queues there are; without one, the output binding fails that sends to it
/// @param environment what a service finds in its environment beside its ports: its configuration
/// @param traces who is told the traces of orders; without one there are none
/// @param storage the folder where messages and blobs outlive the suite; without it both are in memory
/// @param outboxes the folder where orders end, as files; without it they end in blob storage
/// @param replicas how many there are of a service and its daprd that may have several
public record LocalSuiteConfig(
        SuitePorts ports,
        Duration lockDuration,
        int maxDeliveryCount,
        ServiceProgram services,
        List<Queue> queues,
        Map<App, Map<String, String>> environment,
        Optional<Path> storage,
        Optional<Path> outboxes,
        Map<App, Replicas> replicas,
        Optional<TraceCollector> traces) {
    /// The largest maximum that Azure accepts.
    private static final int MOST_DELIVERIES = 2000;

    public LocalSuiteConfig {
        queues = List.copyOf(queues);
        environment = Map.copyOf(environment);
        replicas = Map.copyOf(replicas);
    }

    /// As on Azure: a lock of 60 s, and as many deliveries as Service Bus allows, because a daprd that stops reading
    /// costs one message some hundreds.
    public static LocalSuiteConfig on(SuitePorts ports) {
        return new LocalSuiteConfig(
                ports,
                Duration.ofSeconds(60),
                MOST_DELIVERIES,
                JavaServices.ofThisCheckout(),
                List.of(Queue.values()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    public LocalSuiteConfig withLockDuration(Duration duration) {
        return new LocalSuiteConfig(
                ports, duration, maxDeliveryCount, services, queues, environment, storage, outboxes, replicas, traces);
    }

    public LocalSuiteConfig withMaxDeliveryCount(int count) {
        return new LocalSuiteConfig(
                ports, lockDuration, count, services, queues, environment, storage, outboxes, replicas, traces);
    }

    public LocalSuiteConfig withServices(ServiceProgram others) {
        return new LocalSuiteConfig(
                ports,
                lockDuration,
                maxDeliveryCount,
                others,
                queues,
                environment,
                storage,
                outboxes,
                replicas,
                traces);
    }

    public LocalSuiteConfig without(Queue queue) {
        var others = queues.stream().filter(candidate -> candidate != queue).toList();
        return new LocalSuiteConfig(
                ports,
                lockDuration,
                maxDeliveryCount,
                services,
                others,
                environment,
                storage,
                outboxes,
                replicas,
                traces);
    }

    public LocalSuiteConfig withEnvironment(App app, Map<String, String> variables) {
        var all = new EnumMap<App, Map<String, String>>(App.class);
        all.putAll(environment);
        all.put(app, Map.copyOf(variables));
        return new LocalSuiteConfig(
                ports, lockDuration, maxDeliveryCount, services, queues, all, storage, outboxes, replicas, traces);
    }

    public LocalSuiteConfig withStorage(Path folder) {
        return new LocalSuiteConfig(
                ports,
                lockDuration,
                maxDeliveryCount,
                services,
                queues,
                environment,
                Optional.of(folder),
                outboxes,
                replicas,
                traces);
    }

    /// Such that no storage is in the orders' way: daprd writes each of them to a file. A change of components only.
    public LocalSuiteConfig withOutboxes(Path folder) {
        return new LocalSuiteConfig(
                ports,
                lockDuration,
                maxDeliveryCount,
                services,
                queues,
                environment,
                storage,
                Optional.of(folder),
                replicas,
                traces);
    }

    /// Both sides of this app id meet at an address with a balancer behind it, also while there is one of each.
    public LocalSuiteConfig withReplicas(App app, Replicas number) {
        var all = new EnumMap<App, Replicas>(App.class);
        all.putAll(replicas);
        all.put(app, number);
        return new LocalSuiteConfig(
                ports, lockDuration, maxDeliveryCount, services, queues, environment, storage, outboxes, all, traces);
    }

    public LocalSuiteConfig withTraces(TraceCollector collector) {
        return new LocalSuiteConfig(
                ports,
                lockDuration,
                maxDeliveryCount,
                services,
                queues,
                environment,
                storage,
                outboxes,
                replicas,
                Optional.of(collector));
    }

    Map<String, String> environment(App app) {
        return environment.getOrDefault(app, Map.of());
    }

    Optional<Replicas> replicas(App app) {
        return Optional.ofNullable(replicas.get(app));
    }
}
