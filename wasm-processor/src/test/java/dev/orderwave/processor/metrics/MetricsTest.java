package dev.orderwave.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.processor.ServedRoutes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MetricsTest {
    @RegisterExtension
    private final ServedRoutes routes = new ServedRoutes();

    private final Metrics metrics = new Metrics();

    @BeforeEach
    void register() {
        metrics.register(routes.router());
        metrics.registry().counter("orders", "module", "router").increment();
    }

    @AfterEach
    void stop() {
        metrics.close();
    }

    @Test
    void who_accepts_anything_gets_open_metrics() throws IOException, InterruptedException {
        var answer = get(request());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).startsWith("application/openmetrics-text");
        assertThat(answer.body())
                .contains("orders_total{module=\"router\"} 1.0", "process_uptime_seconds ")
                .endsWith("# EOF\n");
    }

    @Test
    void who_wants_plain_text_gets_it() throws IOException, InterruptedException {
        var answer = get(request().header("Accept", "text/plain"));

        assertThat(type(answer)).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body()).contains("orders_total{module=\"router\",} 1.0");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(routes.uri("/q/metrics"));
    }

    private static HttpResponse<String> get(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none");
    }
}
