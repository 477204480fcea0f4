package dev.orderwave.dapr.grpc;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// A gRPC server of grpc-java with one unary method of bytes, which notes what it gets.
final class EchoServer implements AutoCloseable {
    static final String PATH = "/test.Echo/Take";

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Runnable> held = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger mostCalls = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Server server;
    private volatile byte[] answer = {};
    private volatile Status status = Status.OK;
    private volatile Optional<String> stalls = Optional.empty();
    private volatile Optional<String> holds = Optional.empty();
    private volatile Metadata headers = new Metadata();

    EchoServer(UnaryOperator<NettyServerBuilder> more) {
        var method = MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                .setType(MethodType.UNARY)
                .setFullMethodName(PATH.substring(1))
                .build();
        server = more.apply(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0)))
                .addService(ServerServiceDefinition.builder("test.Echo")
                        .addMethod(method, this::take)
                        .build())
                .addTransportFilter(new ConnectionCount())
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

    List<String> messages() {
        return messages;
    }

    int connections() {
        return connections.get();
    }

    int mostAtATime() {
        return mostCalls.get();
    }

    int cancelled() {
        return cancelled.get();
    }

    String header(String name) {
        return String.valueOf(headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
    }

    /// Answers every message with these bytes.
    void answer(byte[] bytes) {
        answer = bytes;
    }

    void refuse(Status refusal) {
        status = refusal;
    }

    /// Never answers this message.
    void stall(String message) {
        stalls = Optional.of(message);
    }

    /// Answers this message when it is told to.
    void hold(String message) {
        holds = Optional.of(message);
    }

    void release() {
        held.forEach(Runnable::run);
    }

    /// Takes no more calls and waits for those it has.
    void shutDown() {
        server.shutdown();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private ServerCall.Listener<byte[]> take(ServerCall<byte[], byte[]> call, Metadata metadata) {
        headers = metadata;
        mostCalls.accumulateAndGet(calls.incrementAndGet(), Math::max);
        call.request(1);
        return new ServerCall.Listener<>() {
            private String message = "";

            @Override
            public void onMessage(byte[] bytes) {
                message = new String(bytes, StandardCharsets.UTF_8);
                messages.add(message);
            }

            @Override
            public void onHalfClose() {
                if (holds.filter(message::equals).isPresent()) {
                    held.add(() -> finish(call));
                } else if (stalls.filter(message::equals).isEmpty()) {
                    finish(call);
                }
            }

            @Override
            public void onCancel() {
                cancelled.incrementAndGet();
            }
        };
    }

    private void finish(ServerCall<byte[], byte[]> call) {
        calls.decrementAndGet();
        if (status.isOk()) {
            call.sendHeaders(new Metadata());
            call.sendMessage(answer);
        }
        call.close(status, new Metadata());
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class ConnectionCount extends ServerTransportFilter {
        @Override
        public io.grpc.Attributes transportReady(io.grpc.Attributes attributes) {
            connections.incrementAndGet();
            return attributes;
        }

        @Override
        public void transportTerminated(io.grpc.Attributes attributes) {
            connections.decrementAndGet();
        }
    }
}
