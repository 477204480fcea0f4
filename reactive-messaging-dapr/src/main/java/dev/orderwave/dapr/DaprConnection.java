package dev.orderwave.dapr;

import io.dapr.v1.DaprBindingsProtos.InvokeBindingRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.netty.channel.EventLoopGroup;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The way to daprd that all channels share: the gRPC service of dapr-sdk-java, without the layers that its
/// `DaprClient` puts around it.
///
/// A gRPC channel keeps one connection, and behind a Service that pins every call to the daprd replica that it met
/// first. So a channel is replaced when it is old and calls come, and closed when its last call has ended.
final class DaprConnection {
    static final String TOKEN_HEADER = "dapr-api-token";

    private static final Metadata.Key<String> TOKEN = ascii(TOKEN_HEADER);
    private static final Metadata.Key<String> TRACEPARENT = ascii(TraceContext.TRACEPARENT);
    private static final Metadata.Key<String> TRACESTATE = ascii(TraceContext.TRACESTATE);

    private final DaprEndpoint endpoint;
    private final Optional<String> token;
    private final EventLoopGroup loops;
    private Optional<Lease> current;

    /// Makes the first channel at once, which the first message would have to wait for otherwise.
    ///
    /// @param loops whose threads do the work of the calls
    DaprConnection(DaprEndpoint endpoint, EventLoopGroup loops) {
        this.endpoint = endpoint;
        this.token = endpoint.apiToken();
        this.loops = loops;
        this.current = Optional.of(open());
    }

    /// Calls a binding. Whatever goes wrong, at once or later, is in what is returned.
    CompletableFuture<Void> invoke(InvokeBindingRequest request, Optional<TraceContext> trace) {
        var headers = headers(trace);
        var lease = acquire();
        var call = new BindingCall(() -> release(lease));
        call.start(lease.channel, request, headers, endpoint.sendTimeout());
        return call.answer();
    }

    synchronized void close() {
        current.ifPresent(this::retire);
        current = Optional.empty();
    }

    private Metadata headers(Optional<TraceContext> trace) {
        var headers = new Metadata();
        token.ifPresent(secret -> headers.put(TOKEN, secret));
        trace.ifPresent(context -> {
            headers.put(TRACEPARENT, context.traceparent());
            context.tracestate().ifPresent(state -> headers.put(TRACESTATE, state));
        });
        return headers;
    }

    private synchronized Lease acquire() {
        var now = System.nanoTime();
        var lease = current.filter(candidate ->
                        now - candidate.since < endpoint.clientMaxAge().toNanos())
                .orElseGet(() -> {
                    current.ifPresent(this::retire);
                    return open();
                });
        current = Optional.of(lease);
        lease.users++;
        return lease;
    }

    private Lease open() {
        return new Lease(EventLoopChannelProvider.on(loops, endpoint::connect), System.nanoTime());
    }

    private synchronized void release(Lease lease) {
        lease.users--;
        closeIfUnused(lease);
    }

    private void retire(Lease lease) {
        lease.retired = true;
        closeIfUnused(lease);
    }

    private static void closeIfUnused(Lease lease) {
        if (lease.retired && lease.users == 0) {
            lease.channel.shutdown();
        }
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /// A channel, and how many calls use it. Guarded by the connection's lock.
    private static final class Lease {
        private final ManagedChannel channel;
        private final long since;
        private int users;
        private boolean retired;

        Lease(ManagedChannel channel, long since) {
            this.channel = channel;
            this.since = since;
        }
    }
}
