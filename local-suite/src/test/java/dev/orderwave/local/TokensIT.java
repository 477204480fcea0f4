package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/// Services and daprd that know each other by token, as they always do here.
class TokensIT {
    private static final int UNAUTHORIZED = 401;

    @Test
    void a_wave_passes_and_who_has_no_token_may_neither_post_an_order_nor_call_an_output() throws Exception {
        try (var suite = LocalSuite.start(Suites.config())) {
            var receiver = suite.app(App.RECEIVER_EXPRESS);

            assertThat(post(receiver.events().resolve("/q-order-express-in"), "{}"))
                    .isEqualTo(UNAUTHORIZED);
            assertThat(post(receiver.daprApi().resolve("/v1.0/bindings/express-outbox"), """
                    {"operation":"create","data":{},"metadata":{"blobName":"not mine"}}"""))
                    .isEqualTo(UNAUTHORIZED);

            assertThat(wave(suite, 100).verify().isClean()).isTrue();
        }
    }

    private static int post(URI uri, String body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri)
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
