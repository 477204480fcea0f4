package dev.orderwave.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The metrics of a process, as it tells them to Prometheus.
record Metrics(URI page) {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// The sum over all labels; 0 if there is no such metric yet.
    ///
    /// @throws UncheckedIOException if nobody answers, or not with metrics
    double sum(String metric) {
        return read().lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// All of them, as the page has them.
    ///
    /// @throws UncheckedIOException if nobody answers, or not with metrics
    String read() {
        var request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IOException("the answer was " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("no metrics at " + page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + page, e);
        }
    }
}
