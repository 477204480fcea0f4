package dev.orderwave.dapr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppServerTest {
    private final Vertx vertx = Vertx.vertx();
    private final AppServer server = new AppServer(
            vertx.nettyEventLoopGroup().next(),
            AppServerConfig.of(new DaprBindingConnectorIncomingConfiguration(
                    ChannelConfig.of("orders", Map.of("app-port", "0", "app-host", "127.0.0.1")))));

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_app_that_listens_before_a_channel_reads_is_not_well_yet() throws IOException, InterruptedException {
        assertThat(status("/healthz")).isEqualTo(503);
    }

    private int status(String path) throws IOException, InterruptedException {
        try (var daprd = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)))
                    .build();
            return daprd.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
