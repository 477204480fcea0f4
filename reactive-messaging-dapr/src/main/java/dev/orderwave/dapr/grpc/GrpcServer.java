package dev.orderwave.dapr.grpc;

import io.netty.handler.ssl.SslContext;
import java.util.Optional;

/// Where calls go.
///
/// @param tls how the server is spoken to in secret; plain TCP if empty
public record GrpcServer(String host, int port, Optional<SslContext> tls) {
    /// As HTTP names it, an IPv6 address in brackets.
    String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    @Override
    public String toString() {
        return authority();
    }
}
