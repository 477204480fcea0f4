package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.order.Delivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Waves through the whole suite, undisturbed and with one process killed in full flow.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaveIT {
    private static final int ORDERS = 2000;

    private LocalSuite suite = LocalSuite.start(Suites.config());

    @BeforeAll
    void warmUp() {
        assertThat(wave(suite, 100).verify().isClean()).isTrue();
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    @Test
    void every_order_of_an_undisturbed_wave_becomes_its_blob_with_one_delivery_per_queue() {
        var wave = wave(suite, ORDERS);

        var report = wave.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.rejected()).isZero();
        assertThat(report.ordersPerSecond()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void a_killed_service_loses_nothing(App app) {
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(Moments.random(ORDERS));

        suite.app(app).service().kill();
        suite.app(app).restartService();
        suite.app(app).awaitReady();

        assertNothingLost(wave);
    }

    @ParameterizedTest
    @EnumSource
    void a_killed_daprd_loses_nothing(App app) {
        var wave = wave(suite, ORDERS);
        wave.awaitDistributed(Moments.random(ORDERS));

        suite.app(app).daprd().kill();
        suite.app(app).restartDaprd();
        suite.app(app).awaitReady();

        assertNothingLost(wave);
    }

    @Test
    void express_orders_arrive_while_the_standard_receiver_stands_still() {
        var standard = suite.app(App.RECEIVER_STANDARD).service();
        var wave = wave(suite, 400);
        var expressOrders = Math.toIntExact(wave.dataSet().orders().stream()
                .filter(order -> order.delivery() == Delivery.EXPRESS)
                .count());

        standard.pause();
        try {
            wave.awaitExpress(expressOrders);
            assertThat(wave.progress().express()).isEqualTo(expressOrders);
            assertThat(wave.progress().standard()).isZero();
        } finally {
            standard.resume();
        }

        assertNothingLost(wave);
    }

    private static void assertNothingLost(Wave wave) {
        var report = wave.verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.lost()).isZero();
        assertThat(report.deadLettered()).isZero();
        assertThat(report.isClean()).isTrue();
    }
}
