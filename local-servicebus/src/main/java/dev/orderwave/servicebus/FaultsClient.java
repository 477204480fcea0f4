package dev.orderwave.servicebus;

import dev.orderwave.servicebus.internal.control.FaultsJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// Makes the queues of a bus misbehave that runs in another process on this machine.
/// Throws [UncheckedIOException] if the bus does not answer.
public final class FaultsClient implements Faults, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int FIRST_ERROR = 400;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final int port;

    public FaultsClient(int statisticsPort) {
        this.port = statisticsPort;
    }

    @Override
    public void inject(String queue, Fault fault) {
        send(to("/faults/" + queue).PUT(BodyPublishers.ofByteArray(FaultsJson.write(fault))));
    }

    @Override
    public Map<String, Fault.Lasting> inForce() {
        return FaultsJson.readAll(send(to("/faults").GET()));
    }

    @Override
    public void clear(String queue) {
        send(to("/faults/" + queue).DELETE());
    }

    @Override
    public void clearAll() {
        send(to("/faults").DELETE());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder to(String path) {
        try {
            return HttpRequest.newBuilder(new URI("http", null, "127.0.0.1", port, path, null, null))
                    .timeout(TIMEOUT);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no queue can be named as in " + path, e);
        }
    }

    private byte[] send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new IllegalArgumentException(FaultsJson.readError(response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("no answer from " + request.uri() + ": is local-servicebus running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while asking " + request.uri()));
        }
    }
}
