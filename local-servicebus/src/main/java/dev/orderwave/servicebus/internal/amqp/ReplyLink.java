package dev.orderwave.servicebus.internal.amqp;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/// The link on which a client waits for the answers to its requests, found again by the address it wants them at.
final class ReplyLink implements LinkEndpoint {
    private static final int INITIAL_ROOM = 1024;
    private final Sender link;
    private final NodeAddress node;
    private final @Nullable String target;
    private final AmqpConnection connection;
    private boolean closed;
    private long lastTag;

    ReplyLink(Sender link, NodeAddress node, @Nullable String target, AmqpConnection connection) {
        this.link = link;
        this.node = node;
        this.target = target;
        this.connection = connection;
    }

    /// Whether this is the link a request wants its answer on. The request names the link's target, or (JavaScript) the
    /// link itself, or (Python) nothing.
    boolean answers(NodeAddress requestNode, @Nullable String requestReplyTo) {
        return node.equals(requestNode)
                && (requestReplyTo == null || requestReplyTo.equals(target) || requestReplyTo.equals(link.getName()));
    }

    void send(Message reply) {
        if (closed) {
            return;
        }
        var bytes = encode(reply);
        var delivery =
                link.delivery(ByteBuffer.allocate(Long.BYTES).putLong(++lastTag).array());
        link.send(bytes, 0, bytes.length);
        delivery.settle();
        link.advance();
        connection.flushSoon();
    }

    /// The engine's encoder wants room enough and cannot say how much, so it is given more until it is content.
    private static byte[] encode(Message reply) {
        for (var room = INITIAL_ROOM; ; room *= 2) {
            try {
                var bytes = new byte[room];
                return Arrays.copyOf(bytes, reply.encode(bytes, 0, room));
            } catch (BufferOverflowException e) {
                // Twice the room, then.
            }
        }
    }

    @Override
    public void onDelivery(Delivery delivery) {
        delivery.settle();
    }

    @Override
    public void onClosed() {
        closed = true;
    }
}
