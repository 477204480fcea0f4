package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/// A link the client sends on. Every message is settled as soon as it was taken, unless a fault wants its answer
/// later.
final class IncomingLink implements LinkEndpoint {
    private static final int CREDIT = 1000;
    private final Receiver link;
    private final Intake intake;
    private final Answers answers;
    private final AmqpConnection connection;
    private boolean closed;

    IncomingLink(Receiver link, Intake intake, Answers answers, AmqpConnection connection) {
        this.link = link;
        this.intake = intake;
        this.answers = answers;
        this.connection = connection;
    }

    void open() {
        link.flow(CREDIT);
    }

    /// Takes every message that is complete; a large one arrives in many frames, and an event for each.
    @Override
    public void onDelivery(Delivery ignored) {
        for (var delivery = link.current(); delivery != null && isComplete(delivery); delivery = link.current()) {
            take(delivery);
        }
        if (link.getCredit() <= CREDIT / 2) {
            link.flow(CREDIT - link.getCredit());
        }
    }

    @Override
    public void onClosed() {
        closed = true;
    }

    private void take(Delivery delivery) {
        if (delivery.isAborted()) {
            link.advance();
            delivery.settle();
            return;
        }
        var message = new byte[delivery.available()];
        link.recv(message, 0, message.length);
        link.advance();
        var outcome = intake.take(message, delivery.getMessageFormat());
        answers.give(() -> settle(delivery, outcome));
    }

    private void settle(Delivery delivery, DeliveryState outcome) {
        if (!closed) {
            delivery.disposition(outcome);
            delivery.settle();
            connection.flushSoon();
        }
    }

    private static boolean isComplete(Delivery delivery) {
        return delivery.isAborted() || (delivery.isReadable() && !delivery.isPartial());
    }
}
