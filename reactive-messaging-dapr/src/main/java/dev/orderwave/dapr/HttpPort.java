package dev.orderwave.dapr;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/// A port where HTTP/1.1 is spoken, with nothing between Netty's decoder and whoever answers the requests.
final class HttpPort {
    /// Service Bus lets a message have 64 KB of properties, and daprd makes headers of them, escaped: three for one.
    private static final int MOST_HEADER_BYTES = 256 * 1024;
    /// Most of a body that is handed on at once: all that one read from the connection gives.
    private static final int MOST_PART_BYTES = 64 * 1024;

    private static final HttpDecoderConfig DECODER =
            new HttpDecoderConfig().setMaxHeaderSize(MOST_HEADER_BYTES).setMaxChunkSize(MOST_PART_BYTES);

    private final Channel listening;
    private final int number;
    private final ChannelGroup connections;

    private HttpPort(Channel listening, ChannelGroup connections) {
        this.listening = listening;
        this.number = ((InetSocketAddress) listening.localAddress()).getPort();
        this.connections = connections;
    }

    /// @param loop runs everything; listening waits for it and so must not run there
    /// @param requests gets every request that is whole HTTP/1
    /// @throws IllegalStateException if the port cannot be listened on
    static HttpPort listen(EventLoop loop, AppServerConfig config, Consumer<Request> requests) {
        var connections = new DefaultChannelGroup(loop, true);
        var bound = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(
                                        new HttpRequestDecoder(DECODER),
                                        new HttpConnection(connection, config.idleTimeout(), requests));
                    }
                })
                .bind(config.host(), config.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "Port %d for events from daprd cannot be listened on: %s. Set app-port or APP_PORT to a free one."
                            .formatted(config.port(), bound.cause()),
                    bound.cause());
        }
        return new HttpPort(bound.channel(), connections);
    }

    /// The port that is listened on, which differs from the configured one if that was 0.
    int number() {
        return number;
    }

    /// Ends all connections, whatever they wait for.
    void close() {
        listening.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
    }
}
