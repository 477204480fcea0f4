package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.awaitility.Awaitility.await;

import dev.orderwave.processes.ChildProcess;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Prints who does how much of a wave, and how many deliveries it costs, when something happens to replicas that share
/// a daprd. Not a test: run it with `-Dit.test=ReplicaCosts`, and `-Dorderwave.close=256` to have the service close its
/// connections to daprd after so many answers.
class ReplicaCosts {
    private static final int ORDERS = 3000;
    private static final int REPLICAS = 3;
    /// `maxConcurrentHandlers` of the queue's component.
    private static final int HANDLERS = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, String> CLOSING = Map.of(
            "MP_MESSAGING_CONNECTOR_DAPR_BINDING_CONNECTION_CLOSE_INTERVAL",
            System.getProperty("orderwave.close", "32"));

    @ParameterizedTest
    @EnumSource
    void costs(Happening happening) {
        var config = LocalSuiteConfig.on(SuitePorts.free())
                .withReplicas(App.DISTRIBUTOR, new Replicas(happening.first, 1))
                .withEnvironment(App.DISTRIBUTOR, CLOSING);
        try (var suite = LocalSuite.start(config)) {
            var distributor = suite.sharedApp(App.DISTRIBUTOR);
            wave(suite, ORDERS / 10).verify();
            distributor.scale(REPLICAS);
            distributor.awaitReady();
            var wave = wave(suite, ORDERS);
            wave.awaitDistributed(ORDERS / 4);
            happening.to.accept(distributor, wave);
            var report = wave.verify();
            var queue = suite.backing().statistics().queue(Queue.INGRESS.id());
            System.out.printf(
                    "COST %s, a connection closed every %s answers: %s; %.1f s, abandoned %d, most failed deliveries of one message %d, dead-lettered %d, lost %d%n",
                    happening,
                    CLOSING.values().iterator().next(),
                    distributor.replicas().stream()
                            .filter(ServiceReplica::isRunning)
                            .map(replica -> replica.name() + " " + replica.handled())
                            .collect(Collectors.joining(", ")),
                    report.seconds(),
                    queue.abandoned(),
                    queue.mostFailedDeliveries(),
                    queue.deadLetteredTotal(),
                    report.lost());
        }
    }

    /// The one that hangs (SIGSTOP) has at most as many orders in hand as daprd has handlers; the others do the rest.
    private static void hang(SharedApp distributor, Wave wave) {
        var sick = distributor.replicas().getFirst().process();
        sick.pause();
        try {
            wave.awaitDistributed(ORDERS - HANDLERS);
        } finally {
            sick.resume();
        }
    }

    /// All hang until daprd has seen it, and all but one are well again before it has looked a second time.
    private static void hangWhileDaprdStops(SharedApp distributor, Wave wave) {
        var processes =
                distributor.replicas().stream().map(ServiceReplica::process).toList();
        processes.forEach(ChildProcess::pause);
        try {
            var log = distributor.daprds().getFirst().process().log();
            await().atMost(PATIENCE).until(() -> Files.readString(log).contains("un-healthy"));
            processes.stream().skip(1).forEach(ChildProcess::resume);
            wave.awaitDistributed(ORDERS - HANDLERS);
        } finally {
            processes.forEach(ChildProcess::resume);
        }
    }

    /// What happens to the replicas of the distributor when a quarter of a wave has passed it.
    enum Happening {
        NOTHING(REPLICAS, (distributor, wave) -> {}),
        /// Before the wave, when daprd has connections to the one replica only.
        SCALED_FROM_ONE_TO_THREE(1, (distributor, wave) -> {}),
        SCALED_FROM_THREE_TO_TWO(REPLICAS, (distributor, wave) -> distributor.scale(2)),
        ONE_KILLED(
                REPLICAS,
                (distributor, wave) -> distributor.replicas().getFirst().kill()),
        ONE_HANGS(REPLICAS, ReplicaCosts::hang),
        ONE_HANGS_WHILE_DAPRD_STOPS_READING(REPLICAS, ReplicaCosts::hangWhileDaprdStops);

        private final int first;
        private final BiConsumer<SharedApp, Wave> to;

        Happening(int first, BiConsumer<SharedApp, Wave> to) {
            this.first = first;
            this.to = to;
        }
    }
}
