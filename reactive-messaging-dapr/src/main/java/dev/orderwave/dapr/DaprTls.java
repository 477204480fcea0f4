package dev.orderwave.dapr;

import io.dapr.config.Properties;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// TLS to daprd by the SDK's settings: `DAPR_GRPC_TLS_CA_PATH` names whom to trust, `DAPR_GRPC_TLS_CERT_PATH` and
/// `DAPR_GRPC_TLS_KEY_PATH` how to be known. One of them alone asks for TLS, whatever the address says.
final class DaprTls {
    private DaprTls() {}

    /// Empty if daprd is spoken to in plain.
    ///
    /// @param wanted by the address
    /// @throws IllegalArgumentException if a file cannot be read
    static Optional<SslContext> of(Properties properties, boolean wanted) {
        var authorities = Optional.ofNullable(properties.getValue(Properties.GRPC_TLS_CA_PATH));
        var certificate = Optional.ofNullable(properties.getValue(Properties.GRPC_TLS_CERT_PATH));
        var key = Optional.ofNullable(properties.getValue(Properties.GRPC_TLS_KEY_PATH));
        boolean known = certificate.isPresent() && key.isPresent();
        if (!wanted && authorities.isEmpty() && !known) {
            return Optional.empty();
        }
        try {
            var tls = SslContextBuilder.forClient()
                    .endpointIdentificationAlgorithm("HTTPS")
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.NO_ADVERTISE,
                            SelectedListenerFailureBehavior.ACCEPT,
                            ApplicationProtocolNames.HTTP_2));
            authorities.ifPresent(path -> tls.trustManager(new File(path)));
            if (known) {
                tls.keyManager(new File(certificate.get()), new File(key.get()));
            }
            return Optional.of(tls.build());
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "TLS to daprd cannot be set up with authorities %s, certificate %s and key %s: %s"
                            .formatted(authorities, certificate, key, e.getMessage()),
                    e);
        }
    }
}
