package dev.orderwave.dapr;

import dev.orderwave.dapr.grpc.GrpcMethod;
import dev.orderwave.dapr.grpc.GrpcServer;
import io.dapr.config.Properties;
import io.dapr.config.Property;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String INVOKE_BINDING = "/dapr.proto.runtime.v1.Dapr/InvokeBinding";
    /// What the SDK takes for an address, but for sockets that are no TCP.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?<scheme>https?)://|dns:(?:///)?)?(?<host>\\[[^\\]]+]|[^\\[\\]:/?]+)(?::(?<port>\\d{1,5}))?(?:\\?tls=(?<tls>true|false))?");

    static DaprEndpoint of(DaprBindingConnectorOutgoingConfiguration config) {
        return new DaprEndpoint(
                config.getGrpcEndpoint(),
                config.getHttpEndpoint(),
                config.getApiToken(),
                Duration.ofMillis(config.getClientMaxAge()),
                Duration.ofMillis(config.getSendTimeout()));
    }

    /// Where calls go.
    ///
    /// @throws IllegalArgumentException if the address is none, or its certificates cannot be read
    GrpcServer server() {
        var properties = properties();
        return Optional.ofNullable(properties.getValue(Properties.GRPC_ENDPOINT))
                .filter(address -> !address.isEmpty())
                .map(address -> server(address, properties))
                .orElseGet(() -> new GrpcServer(
                        properties.getValue(Properties.SIDECAR_IP),
                        properties.getValue(Properties.GRPC_PORT),
                        DaprTls.of(properties, false)));
    }

    private static GrpcServer server(String address, Properties properties) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Address of daprd's gRPC API '%s' must be host:port, http://host:port or https://host:port"
                            .formatted(address));
        }
        boolean plain = "http".equals(parts.group("scheme"));
        boolean secret = "https".equals(parts.group("scheme")) || "true".equals(parts.group("tls"));
        return new GrpcServer(
                parts.group("host").replaceAll("[\\[\\]]", ""),
                Optional.ofNullable(parts.group("port")).map(Integer::valueOf).orElse(plain ? HTTP_PORT : HTTPS_PORT),
                DaprTls.of(properties, secret));
    }

    /// How a binding is called there.
    GrpcMethod invokeBinding() {
        return new GrpcMethod(
                INVOKE_BINDING,
                sendTimeout,
                apiToken()
                        .map(secret -> Map.of(DaprConnection.TOKEN_HEADER, secret))
                        .orElse(Map.of()));
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
                .orElseGet(() -> "http://" + properties.getValue(Properties.SIDECAR_IP) + ":"
                        + properties.getValue(Properties.HTTP_PORT));
        return URI.create(endpoint + HEALTH);
    }

    /// This and [#hashCode] are written out because the JVM makes those of a record anew in each start, by method
    /// handles and classes for them.
    @Override
    public boolean equals(Object other) {
        return other instanceof DaprEndpoint that && fields().equals(that.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    private List<Object> fields() {
        return List.of(grpc, http, token, clientMaxAge, sendTimeout);
    }

    private Properties properties() {
        Map<Property<?>, String> overrides = new HashMap<>();
        grpc.ifPresent(endpoint -> overrides.put(Properties.GRPC_ENDPOINT, endpoint));
        http.ifPresent(endpoint -> overrides.put(Properties.HTTP_ENDPOINT, endpoint));
        token.ifPresent(secret -> overrides.put(Properties.API_TOKEN, secret));
        return new Properties(overrides);
    }
}
