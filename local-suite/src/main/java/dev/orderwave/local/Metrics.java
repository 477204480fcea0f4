package dev.orderwave.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// The metrics of a process, as it tells them to Prometheus.
record Metrics(URI page) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// The sum over all labels; 0 if there is no such metric yet.
    ///
    /// @throws UncheckedIOException if nobody answers
    double sum(String metric) {
        return read().lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String read() {
        try {
            return HTTP.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("no metrics at " + page, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + page, e);
        }
    }
}
