package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A rollout in the middle of a wave, on queues that allow as many deliveries as Service Bus does.
class RollingRestartIT {
    private static final int ORDERS = 2000;

    @Test
    void every_service_and_daprd_is_restarted_during_a_wave_and_nothing_is_lost_or_dead_lettered() {
        try (var suite = LocalSuite.start(Suites.config())) {
            var wave = wave(suite, ORDERS);
            wave.awaitDistributed(ORDERS / 4);

            for (var app : App.values()) {
                suite.app(app).restart();
                suite.app(app).awaitReady();
            }

            var report = wave.verify();
            assertThat(report.findings()).isEmpty();
            assertThat(report.deadLettered()).isZero();
            assertThat(report.isClean()).isTrue();
        }
    }
}
