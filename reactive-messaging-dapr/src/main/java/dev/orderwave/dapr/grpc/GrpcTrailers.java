package dev.orderwave.dapr.grpc;

import io.netty.handler.codec.http2.Http2Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The last headers of an answer, in which the server says how the call went.
final class GrpcTrailers {
    private GrpcTrailers() {}

    /// Empty if it went well.
    static Optional<GrpcException> failure(Http2Headers headers) {
        var number = headers.get("grpc-status");
        if (number == null) {
            return Optional.of(new GrpcException(
                    GrpcStatus.UNKNOWN,
                    "an answer without grpc-status and with HTTP status %s; it is not a gRPC server's"
                            .formatted(headers.status())));
        }
        var status = GrpcStatus.of(number);
        return status == GrpcStatus.OK ? Optional.empty() : Optional.of(new GrpcException(status, message(headers)));
    }

    /// Percent-encoded by those who keep to the rules; what others say is told as it is.
    private static String message(Http2Headers headers) {
        var encoded = Optional.ofNullable(headers.get("grpc-message"))
                .map(CharSequence::toString)
                .orElse("without a message");
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
