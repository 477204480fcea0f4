package dev.orderwave.dapr;

import dev.orderwave.dapr.grpc.GrpcConnection;
import dev.orderwave.dapr.grpc.GrpcMethod;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// The way to daprd that all channels share.
///
/// Behind a Service a connection stays with the daprd replica that it met first. So it is replaced when it is old and
/// calls come, and closed when its last call is over.
final class DaprConnection {
    static final String TOKEN_HEADER = "dapr-api-token";

    private final DaprEndpoint endpoint;
    private final EventLoop loop;
    private final Executor resolving;
    /// Only the event loop uses it.
    private Optional<Aged> current = Optional.empty();

    /// Connects at once, which the first message would have to wait for otherwise.
    ///
    /// @param loop where the work of the calls is done
    /// @param resolving where names may be looked up, which blocks
    DaprConnection(DaprEndpoint endpoint, EventLoop loop, Executor resolving) {
        this.endpoint = endpoint;
        this.loop = loop;
        this.resolving = resolving;
        var first = open();
        loop.execute(() -> current = Optional.of(first));
    }

    /// Calls a binding. Whatever goes wrong, at once or later, is in what is returned.
    CompletableFuture<Void> invoke(BindingRequest request, Optional<TraceContext> trace) {
        var headers = trace.map(DaprConnection::headers).orElse(Map.of());
        var message = request.encode();
        return loop.inEventLoop()
                ? fresh().call(headers, message)
                : CompletableFuture.supplyAsync(() -> fresh().call(headers, message), loop)
                        .thenCompose(answer -> answer);
    }

    void close() {
        loop.execute(() -> current.ifPresent(aged -> aged.connection.retire()));
    }

    private GrpcConnection fresh() {
        if (current.isEmpty() || !isUsable(current.get())) {
            current.ifPresent(aged -> aged.connection.retire());
            current = Optional.of(open());
        }
        return current.get().connection;
    }

    private boolean isUsable(Aged aged) {
        return aged.connection.takesCalls()
                && System.nanoTime() - aged.since < endpoint.clientMaxAge().toNanos();
    }

    private Aged open() {
        return new Aged(
                GrpcConnection.open(endpoint.server(), endpoint.invokeBinding(), loop, resolving), System.nanoTime());
    }

    /// A sender can write what he likes into a trace context. One that cannot be sent is not worth the order.
    private static Map<String, String> headers(TraceContext trace) {
        if (!GrpcMethod.canCarry(trace.traceparent())) {
            return Map.of();
        }
        var headers = new HashMap<String, String>();
        headers.put(TraceContext.TRACEPARENT, trace.traceparent());
        var state = trace.tracestate().filter(GrpcMethod::canCarry);
        if (state.isPresent()) {
            headers.put(TraceContext.TRACESTATE, state.get());
        }
        return headers;
    }

    /// @param since when it was opened, by [System#nanoTime]
    private record Aged(GrpcConnection connection, long since) {}
}
