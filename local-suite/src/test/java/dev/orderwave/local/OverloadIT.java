package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// More than the services want to have in hand.
class OverloadIT {
    private static final int ORDERS = 1000;
    private static final String FEW = "3";

    /// Daprd hands over 32 at a time; whoever is refused with 503 is delivered again.
    @Test
    void services_that_refuse_most_of_what_is_posted_lose_and_dead_letter_nothing() {
        var config = Suites.config()
                .withEnvironment(App.DISTRIBUTOR, Map.of("mp.messaging.incoming.order-ingress.max-in-flight", FEW))
                .withEnvironment(App.RECEIVER_EXPRESS, Map.of("mp.messaging.incoming.order-express.max-in-flight", FEW))
                .withEnvironment(
                        App.RECEIVER_STANDARD, Map.of("mp.messaging.incoming.order-standard.max-in-flight", FEW));
        try (var suite = LocalSuite.start(config)) {
            var report = wave(suite, ORDERS).verify();

            assertThat(report.findings()).isEmpty();
            assertThat(report.deadLettered()).isZero();
            assertThat(report.isClean()).isTrue();
        }
    }
}
