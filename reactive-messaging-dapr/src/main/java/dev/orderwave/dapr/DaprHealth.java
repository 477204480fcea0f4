package dev.orderwave.dapr;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Asks daprd whether it can be called. Blocks, as readiness checks may.
///
/// By the JDK's oldest client: a newer one brings threads and a hundred classes for one question every ten seconds.
///
/// @param health where daprd answers
/// @param token what it wants to see, if anything
record DaprHealth(URI health, Optional<String> token) {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SUCCESS = 2;

    static DaprHealth of(DaprEndpoint endpoint) {
        return new DaprHealth(endpoint.health(), endpoint.apiToken());
    }

    /// Whether daprd has its components and answers; it need not see the application for that.
    Health ask() {
        try {
            int status = status();
            return status / 100 == SUCCESS ? new Health.Up() : down(health + " answered " + status);
        } catch (IOException e) {
            return down(health + ": " + e.getMessage());
        }
    }

    private int status() throws IOException {
        var connection = (HttpURLConnection) health.toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
        connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        token.ifPresent(secret -> connection.setRequestProperty(DaprConnection.TOKEN_HEADER, secret));
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static Health down(String reason) {
        return new Health.Down("daprd does not answer: " + reason);
    }
}
