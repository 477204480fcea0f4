package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.FaultsClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the suite stands on, or a part of it, is away or slow for a while in mid-wave. No process is started again but
/// the one that was away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
    private static final int ORDERS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalSuite suite;
    private final FaultsClient bus;

    /// @param storage where blobs outlive a storage that goes away
    OutageIT(@TempDir Path storage) {
        var config = Suites.config().withStorage(storage);
        this.suite = LocalSuite.start(config);
        this.bus = new FaultsClient(config.ports().statistics());
    }

    @AfterAll
    void stop() {
        bus.close();
        suite.close();
    }

    @Test
    void orders_wait_for_a_blob_storage_that_is_away() {
        var abandonedBefore = abandoned(Queue.EXPRESS);
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(ORDERS / 4);

        suite.backing().azurite().process().close();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(abandoned(Queue.EXPRESS)).isGreaterThan(abandonedBefore));
        suite.backing().azurite().restart();

        assertClean(wave);
    }

    @Test
    void orders_wait_for_a_queue_that_takes_nothing_because_it_is_throttled() {
        var abandonedBefore = abandoned(Queue.INGRESS);
        bus.inject(Queue.STANDARD.id(), new Fault.Throttle());
        var wave = wave(suite, ORDERS);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(abandoned(Queue.INGRESS)).isGreaterThan(abandonedBefore));
        bus.clearAll();

        assertClean(wave);
    }

    @Test
    void a_queue_that_answers_late_delays_its_orders_and_loses_none() {
        bus.inject(Queue.STANDARD.id(), new Fault.Delay(Duration.ofMillis(300)));
        var wave = wave(suite, ORDERS);

        wave.awaitDistributed(ORDERS / 2);
        bus.clearAll();

        assertClean(wave);
    }

    @Test
    void connections_that_break_are_made_again() {
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(ORDERS / 4);

        bus.inject(Queue.EXPRESS.id(), new Fault.DropConnections());

        assertClean(wave);
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_stands_still_for_longer_than_the_lock_loses_nothing(App app) {
        var service = suite.app(app).service();
        var lockExpiredBefore = lockExpired();
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(ORDERS / 4);

        service.pause();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lockExpired()).isGreaterThan(lockExpiredBefore));
        } finally {
            service.resume();
        }

        assertClean(wave);
    }

    private long abandoned(Queue queue) {
        return suite.backing().statistics().queue(queue.id()).abandoned();
    }

    private long lockExpired() {
        return suite.backing().statistics().queues().stream()
                .mapToLong(queue -> queue.lockExpired())
                .sum();
    }

    private static void assertClean(Wave wave) {
        var report = wave.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.deadLettered()).isZero();
        assertThat(report.isClean()).isTrue();
    }
}
