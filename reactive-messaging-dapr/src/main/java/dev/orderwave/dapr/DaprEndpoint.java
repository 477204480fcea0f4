package dev.orderwave.dapr;

import io.dapr.config.Properties;
import io.dapr.config.Property;
import io.dapr.utils.NetworkUtils;
import io.grpc.ManagedChannel;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where daprd is and how to speak to it; what is empty is the SDK's setting (`DAPR_GRPC_PORT`, `DAPR_HTTP_PORT`,
/// and this host).
///
/// @param clientMaxAge age at which a connection is renewed
/// @param sendTimeout longest time of one call
record DaprEndpoint(
        Optional<String> grpc,
        Optional<String> http,
        Optional<String> token,
        Duration clientMaxAge,
        Duration sendTimeout) {
    private static final String HEALTH = "/v1.0/healthz/outbound";

    static DaprEndpoint of(DaprBindingConnectorOutgoingConfiguration config) {
        return new DaprEndpoint(
                config.getGrpcEndpoint(),
                config.getHttpEndpoint(),
                config.getApiToken(),
                Duration.ofMillis(config.getClientMaxAge()),
                Duration.ofMillis(config.getSendTimeout()));
    }

    /// Connects with the first call.
    ManagedChannel connect() {
        return NetworkUtils.buildGrpcManagedChannel(properties());
    }

    /// What daprd wants to see with every call, if anything.
    Optional<String> apiToken() {
        return Optional.ofNullable(properties().getValue(Properties.API_TOKEN));
    }

    /// Answers with 2xx while daprd has its components; it need not see the application for that.
    URI health() {
        var properties = properties();
        var endpoint = Optional.ofNullable(properties.getValue(Properties.HTTP_ENDPOINT))
                .filter(address -> !address.isEmpty())
                .orElseGet(() -> "http://%s:%d"
                        .formatted(
                                properties.getValue(Properties.SIDECAR_IP), properties.getValue(Properties.HTTP_PORT)));
        return URI.create(endpoint + HEALTH);
    }

    private Properties properties() {
        Map<Property<?>, String> overrides = new HashMap<>();
        grpc.ifPresent(endpoint -> overrides.put(Properties.GRPC_ENDPOINT, endpoint));
        http.ifPresent(endpoint -> overrides.put(Properties.HTTP_ENDPOINT, endpoint));
        token.ifPresent(secret -> overrides.put(Properties.API_TOKEN, secret));
        return new Properties(overrides);
    }
}
