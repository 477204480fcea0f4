package dev.orderwave.servicebus.internal.amqp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.TransportException;
import org.jspecify.annotations.Nullable;

/// One client connection: moves bytes between its socket and the AMQP engine, and the engine's events to the links'
/// ends.
final class AmqpConnection extends SimpleChannelInboundHandler<ByteBuf> {
    private static final System.Logger LOG = System.getLogger(AmqpConnection.class.getName());
    private static final int MAX_FRAME_SIZE = 64 * 1024;
    private final Channel channel;
    private final Namespace namespace;
    private final LinkAttachment attachment;
    private final Transport transport = Proton.transport();
    private final Connection connection = Proton.connection();
    private final Collector collector = Proton.collector();
    private final Map<Link, LinkEndpoint> endpoints = new LinkedHashMap<>();
    private boolean flushIsComing;

    AmqpConnection(Channel channel, Namespace namespace) {
        this.channel = channel;
        this.namespace = namespace;
        this.attachment = new LinkAttachment(namespace, this);
    }

    @Nullable
    ReplyLink replyLink(NodeAddress node, @Nullable String replyTo) {
        for (var endpoint : endpoints.values()) {
            if (endpoint instanceof ReplyLink link && link.answers(node, replyTo)) {
                return link;
            }
        }
        return null;
    }

    /// Whether the client has a link to the queue, or to its `$management`.
    boolean uses(NodeAddress.Entity entity) {
        return endpoints.keySet().stream().anyMatch(link -> NodeAddress.of(link).isOf(entity));
    }

    /// Closes the links to a queue and to its `$management`, and tells the client why.
    void detach(NodeAddress.Entity entity, ErrorAnswer why) {
        for (var link : new ArrayList<>(endpoints.keySet())) {
            if (NodeAddress.of(link).isOf(entity)) {
                detach(link, why);
            }
        }
    }

    /// Closes a link and tells the client why.
    void detach(Link link, ErrorAnswer why) {
        forget(link);
        link.setCondition(why.toCondition());
        link.close();
        flushSoon();
    }

    /// Closes the socket, without a word.
    void drop() {
        var _ = channel.close();
    }

    /// Sends what the engine has to say at the end of this turn of the loop, however much more it will be by then.
    void flushSoon() {
        if (!flushIsComing) {
            flushIsComing = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        transport.setMaxFrameSize(MAX_FRAME_SIZE);
        transport.setEmitFlowEventOnSend(false);
        connection.setContainer("local-servicebus");
        connection.collect(collector);
        EverybodyMayIn.authenticate(transport);
        transport.bind(connection);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf input) {
        while (input.isReadable() && transport.capacity() > 0) {
            var tail = transport.tail();
            tail.limit(tail.position() + Math.min(tail.remaining(), input.readableBytes()));
            input.readBytes(tail);
            transport.process();
            handleEvents();
        }
        flushSoon();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closeEndpoints(_ -> true);
        transport.unbind();
        transport.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var level = cause instanceof IOException || cause instanceof TransportException ? Level.DEBUG : Level.WARNING;
        LOG.log(level, "Connection of " + channel.remoteAddress() + " closed", cause);
        var _ = channel.close();
    }

    private void handleEvents() {
        for (var event = collector.peek(); event != null; event = collector.peek()) {
            handle(event);
            namespace.commitIfMuchHappened();
            collector.pop();
        }
    }

    private void handle(Event event) {
        switch (event.getType()) {
            case CONNECTION_REMOTE_OPEN -> {
                connection.open();
                keepAlive();
            }
            case CONNECTION_REMOTE_CLOSE -> {
                closeEndpoints(_ -> true);
                connection.close();
            }
            case SESSION_REMOTE_OPEN -> open(event.getSession());
            case SESSION_REMOTE_CLOSE -> close(event.getSession());
            case LINK_REMOTE_OPEN -> attach(event.getLink());
            case LINK_REMOTE_DETACH -> {
                forget(event.getLink());
                event.getLink().detach();
                event.getLink().free();
            }
            case LINK_REMOTE_CLOSE -> {
                forget(event.getLink());
                event.getLink().close();
                event.getLink().free();
            }
            case LINK_FLOW -> {
                var endpoint = endpoints.get(event.getLink());
                if (endpoint != null) {
                    endpoint.onFlow();
                }
            }
            case DELIVERY -> {
                var endpoint = endpoints.get(event.getLink());
                if (endpoint != null) {
                    endpoint.onDelivery(event.getDelivery());
                }
            }
            default -> {}
        }
    }

    private static void open(Session session) {
        session.setIncomingCapacity(Integer.MAX_VALUE);
        session.open();
    }

    /// The end of a session ends its links without a word about them: go-amqp closes `$cbs` and `$management` this way.
    private void close(Session session) {
        closeEndpoints(link -> session.equals(link.getSession()));
        session.close();
        session.free();
    }

    private void attach(Link link) {
        var endpoint = attachment.attach(link);
        if (endpoint != null) {
            endpoints.put(link, endpoint);
        }
    }

    private void forget(Link link) {
        var endpoint = endpoints.remove(link);
        if (endpoint != null) {
            endpoint.onClosed();
        }
    }

    private void closeEndpoints(Predicate<Link> which) {
        for (var link : new ArrayList<>(endpoints.keySet())) {
            if (which.test(link)) {
                forget(link);
            }
        }
    }

    /// Clients drop a connection that says nothing for a minute; the engine knows when an empty frame is due.
    private void keepAlive() {
        var now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        var next = transport.tick(now);
        flushSoon();
        if (next != 0 && channel.isActive()) {
            var _ = channel.eventLoop().schedule(this::keepAlive, next - now, TimeUnit.MILLISECONDS);
        }
    }

    /// Says nothing unless everything that it could tell of is durable.
    private void flush() {
        flushIsComing = false;
        if (!namespace.commit()) {
            return;
        }
        var pending = transport.pending();
        while (pending > 0) {
            var _ = channel.write(channel.alloc().buffer(pending).writeBytes(transport.head()));
            transport.pop(pending);
            pending = transport.pending();
        }
        channel.flush();
        if (pending < 0) {
            channel.write(channel.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
            channel.flush();
        }
    }
}
