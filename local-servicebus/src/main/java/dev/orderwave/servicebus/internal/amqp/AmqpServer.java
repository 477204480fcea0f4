package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.Faults;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.queue.Journals;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Listens on the loopback address and owns the one thread that everything else runs on.
public final class AmqpServer implements AutoCloseable {
    private final EventLoopGroup eventLoop;
    private final Namespace namespace;
    private final Channel channel;
    private final Faults faults;
    private final CompletableFuture<Void> failure;

    private AmqpServer(
            EventLoopGroup eventLoop,
            Namespace namespace,
            Channel channel,
            Faults faults,
            CompletableFuture<Void> failure) {
        this.eventLoop = eventLoop;
        this.namespace = namespace;
        this.channel = channel;
        this.faults = faults;
        this.failure = failure;
    }

    /// Starts it with what the journals still have; they are closed by whoever opened them, after it.
    public static AmqpServer start(LocalServiceBusConfig config, Journals journals) {
        var eventLoop = new NioEventLoopGroup(1, new DefaultThreadFactory("local-servicebus", true));
        try {
            return start(config, journals, eventLoop);
        } catch (RuntimeException e) {
            stop(eventLoop);
            throw e;
        }
    }

    private static AmqpServer start(LocalServiceBusConfig config, Journals journals, EventLoopGroup eventLoop) {
        var failure = new CompletableFuture<Void>();
        var namespace = new Namespace(config.queues(), eventLoop.next(), InstantSource.system(), journals, reason -> {
            failure.completeExceptionally(reason);
            stop(eventLoop);
        });
        var clients = new DefaultChannelGroup(eventLoop.next());
        var bound = new ServerBootstrap()
                .group(eventLoop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel client) {
                        client.pipeline().addLast(new AmqpConnection(client, namespace));
                        clients.add(client);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), config.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "local-servicebus cannot listen on port " + config.port()
                            + ": stop what uses it, or choose another port (0 takes any free one)",
                    bound.cause());
        }
        var faults = new FaultInjection(eventLoop.next(), namespace, clients);
        return new AmqpServer(eventLoop, namespace, bound.channel(), faults, failure);
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    public Faults faults() {
        return faults;
    }

    /// Ends, exceptionally, when the journals can no longer be written: the server has hung up on every client then,
    /// because it can promise them nothing any more.
    public CompletableFuture<Void> failure() {
        return failure;
    }

    /// A consistent picture of all queues, taken between two turns of the event loop.
    public List<QueueStatistics> statistics() {
        try {
            return eventLoop.submit(namespace::statistics).syncUninterruptibly().getNow();
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("local-servicebus is closed", e);
        }
    }

    @Override
    public void close() {
        stop(eventLoop).awaitUninterruptibly();
    }

    private static Future<?> stop(EventLoopGroup eventLoop) {
        return eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
