package dev.orderwave.dapr.grpc;

import java.time.Duration;
import java.util.Map;

/// A unary method and how it is called.
///
/// @param path `/package.Service/Method`
/// @param timeout of one call, which is told to the server and kept without it
/// @param headers of every call, in lower case
public record GrpcMethod(String path, Duration timeout, Map<String, String> headers) {
    public GrpcMethod {
        headers = Map.copyOf(headers);
    }

    /// Whether this can be the value of a header: printable ASCII.
    public static boolean canCarry(String value) {
        for (int i = 0; i < value.length(); i++) { // no stream: the headers of each call pass here
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
