package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Several replicas of a service share two daprd, as Dapr Shared runs them in a cluster.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasIT {
    private static final int ORDERS = 600;
    private static final int REPLICAS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Connections in both directions are renewed often, so that a short wave sees several.
    private static final Map<String, String> RENEWED = Map.of(
            "MP_MESSAGING_CONNECTOR_DAPR_BINDING_CLIENT_MAX_AGE", "50",
            "MP_MESSAGING_CONNECTOR_DAPR_BINDING_CONNECTION_CLOSE_INTERVAL", "8");

    private final LocalSuite suite = LocalSuite.start(Suites.config()
            .withReplicas(App.DISTRIBUTOR, new Replicas(REPLICAS, 2))
            .withEnvironment(App.DISTRIBUTOR, RENEWED));

    private final SharedApp distributor = suite.sharedApp(App.DISTRIBUTOR);

    @BeforeEach
    void everyReplicaIsReady() {
        distributor.scale(REPLICAS);
        distributor.replicas().stream().filter(replica -> !replica.isRunning()).forEach(ServiceReplica::start);
        distributor.awaitReady();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void every_replica_and_every_daprd_has_its_share_of_a_wave() {
        var handledBefore = handled();
        var outputsBefore = outputs();

        assertClean(wave(suite, ORDERS));

        assertThat(since(handledBefore, handled())).hasSize(REPLICAS).allMatch(share -> share > ORDERS / 50);
        assertThat(since(outputsBefore, outputs())).hasSize(2).allMatch(share -> share > 0);
    }

    @Test
    void a_replica_that_is_killed_loses_nothing_and_the_others_go_on() {
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(Moments.random(ORDERS));

        distributor.replicas().getFirst().kill();

        assertClean(wave);
    }

    @Test
    void the_others_go_on_beside_a_replica_that_turned_sick_and_nothing_is_lost() {
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(ORDERS / 4);
        var sick = distributor.replicas().getFirst();

        sick.process().pause();
        try {
            await().atMost(PATIENCE).until(() -> !sick.isReady());
            wave.awaitDistributed(ORDERS * 3 / 4);
        } finally {
            sick.process().resume();
        }

        assertClean(wave);
    }

    @Test
    void a_service_without_replicas_for_a_while_dead_letters_nothing_and_resumes_by_itself() {
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(ORDERS / 4);

        distributor.scale(0);
        var left = ORDERS - wave.progress().distributed();
        assertThat(left).isPositive();
        await().atMost(PATIENCE)
                .until(() ->
                        suite.backing().statistics().queue(Queue.INGRESS.id()).active() == left);
        distributor.scale(REPLICAS);

        assertClean(wave);
    }

    private List<Long> handled() {
        return distributor.replicas().stream().map(ServiceReplica::handled).toList();
    }

    private List<Long> outputs() {
        return distributor.daprds().stream().map(DaprdReplica::outputs).toList();
    }

    private static List<Long> since(List<Long> before, List<Long> now) {
        return IntStream.range(0, now.size())
                .mapToObj(i -> now.get(i) - before.get(i))
                .toList();
    }

    private static void assertClean(Wave wave) {
        var report = wave.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.deadLettered()).isZero();
        assertThat(report.isClean()).isTrue();
    }
}
