package dev.orderwave.dapr;

import io.grpc.ChannelCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelProvider;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/// Lets the SDK's gRPC client run on the event loop that serves the events.
///
/// By itself gRPC brings a loop and a thread pool of its own, so that an order changes threads four times on its way
/// through a service; on small machines these changes cost more than everything that the threads do. The SDK has no
/// setting for it, gRPC has this service provider. It changes only channels made inside [#on]; every other channel
/// of the application is what it would have been.
public final class EventLoopChannelProvider extends ManagedChannelProvider {
    private static final ScopedValue<EventLoopGroup> LOOPS = ScopedValue.newInstance();
    /// One above that of gRPC's own Netty provider, which is 5.
    private static final int PRIORITY = 6;

    /// For gRPC, which finds this class by name.
    public EventLoopChannelProvider() {}

    /// Makes something whose gRPC channels run on these loops, callbacks included: they must not block.
    static <T> T on(EventLoopGroup loops, Supplier<T> maker) {
        return ScopedValue.where(LOOPS, loops).call(maker::get);
    }

    @Override
    protected boolean isAvailable() {
        return true;
    }

    @Override
    protected int priority() {
        return PRIORITY;
    }

    @Override
    protected ManagedChannelBuilder<?> builderForAddress(String name, int port) {
        return onLoops(NettyChannelBuilder.forAddress(name, port));
    }

    @Override
    protected ManagedChannelBuilder<?> builderForTarget(String target) {
        return onLoops(NettyChannelBuilder.forTarget(target));
    }

    @Override
    protected NewChannelBuilderResult newChannelBuilder(String target, ChannelCredentials credentials) {
        return NewChannelBuilderResult.channelBuilder(onLoops(NettyChannelBuilder.forTarget(target, credentials)));
    }

    @Override
    protected Collection<Class<? extends SocketAddress>> getSupportedSocketAddressTypes() {
        return Set.of(InetSocketAddress.class);
    }

    private static NettyChannelBuilder onLoops(NettyChannelBuilder builder) {
        return LOOPS.isBound()
                ? builder.eventLoopGroup(LOOPS.get())
                        .channelType(NioSocketChannel.class)
                        .directExecutor()
                        // A window of its own choice would be measured by a ping per call; an answer has some bytes.
                        .flowControlWindow(NettyChannelBuilder.DEFAULT_FLOW_CONTROL_WINDOW)
                        // What fails is nacked and delivered again; a second layer of retries would only cost.
                        .disableRetry()
                : builder;
    }
}
