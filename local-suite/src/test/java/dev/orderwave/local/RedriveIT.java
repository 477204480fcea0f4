package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.azure.ServiceBus;
import dev.orderwave.ledger.DeadLetters;
import dev.orderwave.ledger.Redrive;
import dev.orderwave.ledger.Selection;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A module that fails every order, mended; then its orders are put back.
class RedriveIT {
    private static final int ORDERS = 30;
    private static final String TOKEN = "redrive";

    @Test
    void orders_that_a_failing_module_dead_lettered_are_put_back_once_it_is_mended_and_become_their_blobs()
            throws Exception {
        // The router names an output that a receiver does not have: a fault, not a rejection.
        var config = Suites.config()
                .withMaxDeliveryCount(2)
                .withEnvironment(
                        App.RECEIVER_EXPRESS,
                        Map.of(
                                "ORDERWAVE_MODULE_SOURCE",
                                module("order-router").toString(),
                                "ORDERWAVE_MODULE_MANAGEMENT_TOKEN",
                                TOKEN));
        try (var suite = LocalSuite.start(config)) {
            var wave = wave(suite, ORDERS);

            var broken = wave.verify();
            assertThat(broken.deadLettered()).isPositive();
            assertThat(broken.lost()).isZero();
            assertThat(broken.queued()).isZero();
            assertThat(wave.audit().isClean()).isFalse();

            mend(suite.app(App.RECEIVER_EXPRESS), module("express-pick-list"));
            var redrive = DeadLetters.of(ServiceBus.connect(suite.backing().serviceBusConnectionString()))
                    .redrive(Selection.everything(), Redrive.Progress.SILENT);

            assertThat(redrive.isComplete()).isTrue();
            assertThat((long) redrive.done()).isEqualTo(broken.deadLettered());
            assertThat(wave.verify().findings()).isEmpty();
            assertThat(wave.audit().isClean()).isTrue();
        }
    }

    private static Path module(String name) {
        return Checkout.find().root().resolve("order-logic/c/modules/" + name + ".wasm");
    }

    private static void mend(SuiteApp app, Path module) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(app.management().resolve("/modules/serving"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/wasm")
                .PUT(BodyPublishers.ofByteArray(Files.readAllBytes(module)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
