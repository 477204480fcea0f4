package dev.orderwave.dapr.grpc;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameReader;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One connection to a gRPC server, for the calls of one unary method. Belongs to an event loop: all methods are to be
/// called there, and all answers come there.
public final class GrpcConnection {
    private static final int CONNECT_MILLIS = 10_000;

    private final GrpcServer server;
    private final GrpcMethod method;
    private final GrpcHeaders headers;
    private final Deadlines deadlines;
    /// Until the connection stands, and while the server wants no more streams.
    private final Queue<GrpcCall> waiting = new ArrayDeque<>();

    private Optional<Channel> channel = Optional.empty();
    private Optional<GrpcStreams> streams = Optional.empty();
    private Optional<GrpcException> end = Optional.empty();
    private boolean retired;

    private GrpcConnection(GrpcServer server, GrpcMethod method, EventLoop loop) {
        this.server = server;
        this.method = method;
        this.headers = new GrpcHeaders(server, method);
        this.deadlines = new Deadlines(loop, this::endLate);
    }

    /// Begins to connect. Calls may be made at once; they wait.
    ///
    /// @param resolving where a name may be looked up, which blocks
    /// @throws IllegalArgumentException if a header of the method cannot be sent
    public static GrpcConnection open(GrpcServer server, GrpcMethod method, EventLoop loop, Executor resolving) {
        var connection = new GrpcConnection(server, method, loop);
        CompletableFuture.supplyAsync(() -> new InetSocketAddress(server.host(), server.port()), resolving)
                .thenAcceptAsync(address -> connection.connect(address, loop), loop)
                .whenCompleteAsync((begun, failure) -> connection.endIf(failure), loop);
        return connection;
    }

    /// Whether a call that is made now has a chance.
    public boolean takesCalls() {
        return end.isEmpty() && streams.map(GrpcStreams::isOpen).orElse(true);
    }

    /// Calls the method. What is returned completes when the server said OK, and fails with a [GrpcException]
    /// otherwise.
    ///
    /// @param own headers of this call
    /// @param message what the method takes, encoded
    /// @throws IllegalArgumentException if a header cannot be sent
    public CompletableFuture<Void> call(Map<String, String> own, byte[] message) {
        var call = new GrpcCall(
                headers.with(own), message, System.nanoTime() + method.timeout().toNanos());
        if (end.isPresent()) {
            call.fail(end.get());
        } else {
            deadlines.add(call);
            waiting.add(call);
            changed();
        }
        return call.answer();
    }

    /// Closes when the last call is over.
    public void retire() {
        retired = true;
        closeIfUnused();
    }

    private void connect(InetSocketAddress address, EventLoop loop) {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel made) {
                        server.tls()
                                .ifPresent(tls -> made.pipeline()
                                        .addLast(tls.newHandler(made.alloc(), server.host(), server.port())));
                        made.pipeline().addLast(new Frames());
                    }
                })
                .connect(address)
                .addListener((ChannelFuture connected) -> endIf(connected.cause()));
    }

    private void endIf(@Nullable Throwable unreached) {
        if (unreached != null) {
            end("%s cannot be reached: %s".formatted(server, unreached.getMessage()));
        }
    }

    private void changed() {
        if (streams.isPresent()) {
            var open = streams.get();
            while (!waiting.isEmpty() && open.hasRoom()) {
                open.begin(waiting.remove());
            }
        }
        if (!takesCalls()) {
            failWaiting(new GrpcException(GrpcStatus.UNAVAILABLE, server + " takes no more calls on this connection"));
        }
        closeIfUnused();
    }

    private void closeIfUnused() {
        boolean unused = waiting.isEmpty() && streams.map(GrpcStreams::isEmpty).orElse(false);
        if (unused && (retired || !takesCalls())) {
            channel.ifPresent(Channel::close);
        }
    }

    private void endLate(GrpcCall call) {
        call.fail(new GrpcException(
                GrpcStatus.DEADLINE_EXCEEDED,
                "%s gave no answer within %d ms"
                        .formatted(server, method.timeout().toMillis())));
        waiting.remove(call);
        streams.ifPresent(open -> open.forget(call));
        closeIfUnused();
    }

    private void end(String reason) {
        var failure = end.orElseGet(() -> new GrpcException(GrpcStatus.UNAVAILABLE, reason));
        end = Optional.of(failure);
        failWaiting(failure);
        streams.ifPresent(open -> open.failAll(failure));
    }

    private void failWaiting(GrpcException failure) {
        var all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(call -> call.fail(failure));
    }

    /// The last handler of the channel: bytes to frames.
    private final class Frames extends ByteToMessageDecoder {
        private static final int MOST_HEADER_BYTES = 1024 * 1024;

        private final Http2FrameReader reader =
                new DefaultHttp2FrameReader(new DefaultHttp2HeadersDecoder(false, MOST_HEADER_BYTES));

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var writer = new FrameWriter(context);
            writer.preface();
            channel = Optional.of(context.channel());
            streams = Optional.of(new GrpcStreams(server, writer, GrpcConnection.this::changed));
            changed();
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Http2Exception {
            reader.readFrame(context, in, streams.orElseThrow());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(server + " closed the connection");
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            end("the connection to %s broke: %s".formatted(server, cause));
            context.close();
        }
    }
}
