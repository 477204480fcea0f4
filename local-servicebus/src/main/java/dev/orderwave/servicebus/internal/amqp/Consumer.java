package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.internal.queue.LockToken;
import java.nio.ByteBuffer;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.codec.ReadableBuffer;
import org.apache.qpid.proton.codec.ReadableBuffer.ByteBufferReader;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;

/// A link the client receives on: gets messages as far as its credit and the pace allow, and settles them.
/// Locks outlive the link, as in Azure: what a client did not settle comes back when its lock ends.
final class Consumer implements LinkEndpoint {
    private final Sender link;
    private final Dispatcher dispatcher;
    private final AmqpConnection connection;
    private final Pace pace = new Pace();
    private final boolean deletes;
    private long lastTag;
    private int underWay;
    private boolean draining;
    private boolean closed;

    Consumer(Sender link, Dispatcher dispatcher, AmqpConnection connection) {
        this.link = link;
        this.dispatcher = dispatcher;
        this.connection = connection;
        this.deletes = link.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
    }

    boolean hasCredit() {
        return link.getCredit() > underWay;
    }

    boolean isReady(long now) {
        return hasCredit() && pace.allows(now);
    }

    /// Delivers one message; false if the queue has none yet.
    boolean deliverNext(long now) {
        var queue = dispatcher.queue();
        var message = deletes ? queue.receiveAndDelete() : queue.receive();
        if (message == null) {
            return false;
        }
        pace.count(now);
        var encoded = ByteBufferReader.wrap(message.encode());
        if (deletes) {
            deliver(() -> send(encoded, plainTag()).settle());
        } else {
            var token = message.lock().token();
            deliver(() -> send(encoded, token.toDeliveryTag()).setContext(token));
        }
        return true;
    }

    /// A client that drains wants what there is now, and then its credit to be used up.
    @Override
    public void onFlow() {
        if (link.getDrain()) {
            dispatcher.deliver();
            draining = true;
            endDrain();
        } else {
            dispatcher.changed();
        }
    }

    @Override
    public void onDelivery(Delivery delivery) {
        var outcome = delivery.getRemoteState();
        if (outcome != null && delivery.getContext() instanceof LockToken token && !delivery.isSettled()) {
            delivery.setContext(null);
            var answer = settle(token, outcome);
            dispatcher.fault().give(() -> confirm(delivery, answer));
        } else if (delivery.remotelySettled()) {
            delivery.settle();
        }
    }

    @Override
    public void onClosed() {
        closed = true;
        dispatcher.remove(this);
    }

    /// Sends now, or later if a fault wants it so; a link that is gone by then gets nothing, as on a real network.
    private void deliver(Runnable sending) {
        underWay++;
        dispatcher.fault().deliver(() -> {
            underWay--;
            if (!closed) {
                sending.run();
                link.advance();
                endDrain();
                connection.flushSoon();
            }
        });
    }

    private void endDrain() {
        if (draining && underWay == 0) {
            draining = false;
            link.drained();
        }
    }

    private void confirm(Delivery delivery, DeliveryState answer) {
        if (!closed) {
            delivery.disposition(answer);
            delivery.settle();
            connection.flushSoon();
        }
    }

    private DeliveryState settle(LockToken token, DeliveryState outcome) {
        var settlement = Outcomes.settlement(outcome);
        if (settlement == null) {
            return Outcomes.rejected("amqp:not-implemented", "local-servicebus knows no outcome " + outcome);
        }
        return dispatcher.queue().settle(token, settlement) ? Outcomes.confirmed(outcome) : Outcomes.lockLost();
    }

    private Delivery send(ReadableBuffer message, byte[] tag) {
        var delivery = link.delivery(tag);
        link.sendNoCopy(message);
        return delivery;
    }

    private byte[] plainTag() {
        return ByteBuffer.allocate(Long.BYTES).putLong(++lastTag).array();
    }
}
