package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A suite whose messages are on disk outlives its bus: no daprd and no service is started again.
class BusRestartIT {
    private static final int ORDERS = 2000;

    @Test
    void a_bus_that_is_killed_twice_in_full_flow_loses_nothing(@TempDir Path storage) {
        try (var suite = LocalSuite.start(Suites.config().withStorage(storage))) {
            var wave = wave(suite, ORDERS);

            IntStream.of(Moments.random(ORDERS), Moments.random(ORDERS))
                    .sorted()
                    .forEach(moment -> {
                        wave.awaitDistributed(moment);
                        suite.backing().restartServiceBus();
                    });

            var report = wave.verify();
            assertThat(report.findings()).isEmpty();
            assertThat(report.lost()).isZero();
            assertThat(report.deadLettered()).isZero();
            assertThat(report.isClean()).isTrue();
        }
    }
}
