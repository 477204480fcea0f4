/// A gRPC client for unary calls of which only the status counts, on Netty's frames of HTTP/2. Knows nothing of Dapr.
@NullMarked
package dev.orderwave.dapr.grpc;

import org.jspecify.annotations.NullMarked;
