package dev.orderwave.servicebus;

import dev.orderwave.servicebus.internal.control.StatisticsJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Watches the queues of a bus that runs in another process on this machine.
public final class StatisticsClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final HttpRequest request;

    public StatisticsClient(int statisticsPort) {
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + statisticsPort + "/statistics"))
                .timeout(TIMEOUT)
                .build();
    }

    /// How one queue is doing now; throws [UncheckedIOException] if the bus does not answer.
    public QueueStatistics queue(String name) {
        return queues().stream()
                .filter(queue -> queue.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no queue \"" + name + "\" at " + request.uri()));
    }

    /// How all queues are doing, at the same moment; throws [UncheckedIOException] if the bus does not answer.
    public List<QueueStatistics> queues() {
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new IOException("status " + response.statusCode());
                }
                return StatisticsJson.read(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no statistics from " + request.uri() + ": is local-servicebus running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while asking " + request.uri()));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
