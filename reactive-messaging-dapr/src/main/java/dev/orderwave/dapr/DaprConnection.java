package dev.orderwave.dapr;

import io.dapr.client.DaprClient;
import io.dapr.client.domain.InvokeBindingRequest;
import io.dapr.utils.TypeRef;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/// The way to daprd that all channels share, by dapr-sdk-java.
///
/// A gRPC client keeps one connection, and behind a Service that pins every call to the daprd replica that it met
/// first. So a client is replaced when it is old and calls come, and closed when its last call has ended.
final class DaprConnection {
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(1);

    private final DaprEndpoint endpoint;
    private final EventLoopGroup loops;
    private Optional<Lease> current;

    /// Makes the first client at once. It takes its time, for it reads the platform's trust store; on the event loop,
    /// with
    /// the first message, daprd's health check would wait behind it and fail.
    ///
    /// @param loops whose threads do the work of the calls
    DaprConnection(DaprEndpoint endpoint, EventLoopGroup loops) {
        this.endpoint = endpoint;
        this.loops = loops;
        this.current = Optional.of(connect());
    }

    /// Calls a binding. Whatever goes wrong, at once or later, is in what is returned.
    CompletableFuture<Void> invoke(InvokeBindingRequest request, Optional<TraceContext> trace) {
        var answer = new CompletableFuture<Void>();
        var lease = acquire();
        try {
            var call = lease.client.invokeBinding(request, TypeRef.VOID);
            trace.map(context -> call.contextWrite(written -> write(context, written)))
                    .orElse(call)
                    .subscribe(
                            nothing -> {},
                            failure -> {
                                release(lease);
                                answer.completeExceptionally(failure);
                            },
                            () -> {
                                release(lease);
                                answer.complete(null);
                            });
        } catch (RuntimeException | Error e) {
            release(lease);
            answer.completeExceptionally(e);
        }
        return answer;
    }

    /// Whether daprd has its components and answers; it need not see the application for that.
    Health health() {
        var lease = acquire();
        try {
            lease.client
                    .waitForSidecar(Math.toIntExact(HEALTH_PATIENCE.toMillis()))
                    .onErrorResume(Mono::error)
                    .block(HEALTH_PATIENCE.multipliedBy(2));
            return new Health.Up();
        } catch (RuntimeException e) {
            return new Health.Down("daprd does not answer: " + e.getMessage());
        } finally {
            release(lease);
        }
    }

    synchronized void close() {
        current.ifPresent(this::retire);
        current = Optional.empty();
    }

    private synchronized Lease acquire() {
        var now = System.nanoTime();
        var lease = current.filter(candidate ->
                        now - candidate.since < endpoint.clientMaxAge().toNanos())
                .orElseGet(() -> {
                    current.ifPresent(this::retire);
                    return connect();
                });
        current = Optional.of(lease);
        lease.users++;
        return lease;
    }

    private Lease connect() {
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
        if (!lease.retired || lease.users > 0) {
            return;
        }
        try {
            lease.client.close();
        } catch (Exception e) {
            DaprBindingLog.LOG.clientNotClosed(e);
        }
    }

    private static Context write(TraceContext trace, Context context) {
        var withParent = context.put(TraceContext.TRACEPARENT, trace.traceparent());
        return trace.tracestate()
                .map(state -> withParent.put(TraceContext.TRACESTATE, state))
                .orElse(withParent);
    }

    /// A client, and how many calls use it. Guarded by the connection's lock.
    private static final class Lease {
        private final DaprClient client;
        private final long since;
        private int users;
        private boolean retired;

        Lease(DaprClient client, long since) {
            this.client = client;
            this.since = since;
        }
    }
}
