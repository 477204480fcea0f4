package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.FaultsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A link that falls silent without an error, as users of Service Bus report it.
class StallIT {
    private static final int ORDERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_link_that_falls_silent_is_noticed_told_and_replaced() {
        var config = Suites.config()
                .withEnvironment(
                        App.RECEIVER_EXPRESS,
                        Map.of("ORDERWAVE_QUEUE_WATCH_INTERVAL", "PT0.5S", "ORDERWAVE_QUEUE_WATCH_PATIENCE", "PT12S"));
        try (var suite = LocalSuite.start(config);
                var faults = new FaultsClient(config.ports().statistics())) {
            assertThat(wave(suite, ORDERS).verify().isClean()).isTrue();

            faults.inject(Queue.EXPRESS.id(), new Fault.StallLinks());
            var wave = wave(suite, ORDERS);

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(get(suite, "/q/metrics")).contains("orderwave_queue_stalled{queue=\"q-order-express\"} 1.0");
                assertThat(get(suite, "/q/health/well")).contains("queue-watch", "DOWN");
                assertThat(get(suite, "/q/health/ready")).doesNotContain("queue-watch");
            });
            assertThat(wave.verify().isClean()).isTrue();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(suite, "/q/metrics"))
                            .contains("orderwave_queue_stalled{queue=\"q-order-express\"} 0.0"));
            assertThat(log(suite)).contains("ORDERWAVE-0141", "ORDERWAVE-0142");
        }
    }

    private String get(LocalSuite suite, String path) {
        var uri = suite.app(App.RECEIVER_EXPRESS).management().resolve(path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String log(LocalSuite suite) {
        try {
            return Files.readString(suite.app(App.RECEIVER_EXPRESS).service().log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
