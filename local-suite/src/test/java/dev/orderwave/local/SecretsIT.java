package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.processes.Daprd;
import dev.orderwave.processes.DaprdConfig;
import dev.orderwave.processes.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The connection strings, which daprd reads for its components, and its API, which whoever runs beside it may call.
class SecretsIT {
    @TempDir
    Path logs;

    @Test
    void daprd_hands_no_connection_string_out() throws Exception {
        var checkout = Checkout.find();
        var ports = FreePorts.find(3);
        var config = new DaprdConfig(
                App.DISTRIBUTOR.id(),
                ports.get(0),
                ports.get(1),
                ports.get(2),
                List.of(checkout.components("local")),
                checkout.root().resolve("dapr-components/configuration.yaml"),
                Map.of(),
                checkout.root(),
                logs.resolve("daprd.log"));
        try (var daprd = Daprd.start(config).awaitReady()) {
            daprd.process().requireAlive();
            var secrets = URI.create("http://127.0.0.1:%d/v1.0/secrets/orderwave-secrets/".formatted(ports.get(1)));

            assertThat(get(secrets.resolve("servicebus-connection-string")).statusCode())
                    .isEqualTo(403);
            assertThat(get(secrets.resolve("blob-connection-string")).statusCode())
                    .isEqualTo(403);
            assertThat(get(secrets.resolve("bulk")).body()).doesNotContain("Key");
        }
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
