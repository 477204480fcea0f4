package dev.orderwave.dapr;

import com.google.protobuf.Empty;
import io.dapr.v1.DaprBindingsProtos.InvokeBindingRequest;
import io.dapr.v1.DaprBindingsProtos.InvokeBindingResponse;
import io.dapr.v1.DaprGrpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A daprd that misbehaves by the book: it refuses or never answers what a test names. For everything else the tests
/// use the real one.
final class ScriptedDaprd extends DaprGrpc.DaprImplBase implements AutoCloseable {
    static final Metadata.Key<String> TRACEPARENT = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> TOKEN = Metadata.Key.of("dapr-api-token", Metadata.ASCII_STRING_MARSHALLER);

    final List<InvokeBindingRequest> calls = new CopyOnWriteArrayList<>();
    final List<Metadata> headers = new CopyOnWriteArrayList<>();
    final Set<String> connections = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();
    private final Server server;

    ScriptedDaprd() {
        this(UnaryOperator.identity());
    }

    /// @param more what the server is to be besides
    ScriptedDaprd(UnaryOperator<NettyServerBuilder> more) {
        server = more.apply(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0)))
                .addService(this)
                .intercept(new Recorder())
                .build();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    String endpoint() {
        return "127.0.0.1:" + port();
    }

    /// Payloads that are refused.
    void refuse(String payload) {
        refused.add(payload);
    }

    /// Payloads that are never answered.
    void stall(String payload) {
        stalled.add(payload);
    }

    @Override
    public void invokeBinding(InvokeBindingRequest request, StreamObserver<InvokeBindingResponse> answer) {
        calls.add(request);
        var payload = request.getData().toStringUtf8();
        if (stalled.contains(payload)) {
            return;
        }
        if (refused.contains(payload)) {
            answer.onError(Status.INTERNAL.withDescription("the queue is full").asRuntimeException());
            return;
        }
        answer.onNext(InvokeBindingResponse.getDefaultInstance());
        answer.onCompleted();
    }

    @Override
    public void shutdown(io.dapr.v1.DaprProtos.ShutdownRequest request, StreamObserver<Empty> answer) {
        throw new UnsupportedOperationException("the connector must not stop daprd");
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Recorder implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
            headers.add(metadata);
            connections.add(String.valueOf(call.getAttributes().get(io.grpc.Grpc.TRANSPORT_ATTR_REMOTE_ADDR)));
            return next.startCall(call, metadata);
        }
    }
}
