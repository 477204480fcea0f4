package dev.orderwave.dapr;

import io.dapr.client.DaprClient;
import io.dapr.client.DaprClientBuilder;
import io.dapr.client.resiliency.ResiliencyOptions;
import io.dapr.config.Properties;
import io.dapr.config.Property;
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
    static DaprEndpoint of(DaprBindingConnectorOutgoingConfiguration config) {
        return new DaprEndpoint(
                config.getGrpcEndpoint(),
                config.getHttpEndpoint(),
                config.getApiToken(),
                Duration.ofMillis(config.getClientMaxAge()),
                Duration.ofMillis(config.getSendTimeout()));
    }

    DaprClient connect() {
        Map<Property<?>, String> overrides = new HashMap<>();
        grpc.ifPresent(endpoint -> overrides.put(Properties.GRPC_ENDPOINT, endpoint));
        http.ifPresent(endpoint -> overrides.put(Properties.HTTP_ENDPOINT, endpoint));
        token.ifPresent(secret -> overrides.put(Properties.API_TOKEN, secret));
        return new DaprClientBuilder()
                .withPropertyOverrides(overrides)
                .withResiliencyOptions(new ResiliencyOptions().setTimeout(sendTimeout))
                .build();
    }
}
