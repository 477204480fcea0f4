package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/// A link the client sends on. Every message is settled as soon as it was taken, unless a fault wants its answer
/// later.
final class IncomingLink implements LinkEndpoint {
    private static final int CREDIT = 1000;
    private final Receiver link;
    private final int maxMessageBytes;
    private final Intake intake;
    private final Answers answers;
    private final AmqpConnection connection;
    private boolean closed;

    IncomingLink(Receiver link, int maxMessageBytes, Intake intake, Answers answers, AmqpConnection connection) {
        this.link = link;
        this.maxMessageBytes = maxMessageBytes;
        this.intake = intake;
        this.answers = answers;
        this.connection = connection;
    }

    int maxMessageBytes() {
        return maxMessageBytes;
    }

    void open() {
        link.flow(CREDIT);
    }

    /// Takes every message that is complete; a large one arrives in many frames, and an event for each. One that is too
    /// large ends the link before it is complete, as in Azure.
    @Override
    public void onDelivery(Delivery ignored) {
        var delivery = link.current();
        for (; delivery != null && isComplete(delivery); delivery = link.current()) {
            take(delivery);
        }
        if (delivery != null && delivery.available() > maxMessageBytes) {
            connection.detach(link, tooLarge(delivery));
            return;
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

    private boolean isComplete(Delivery delivery) {
        return delivery.isAborted()
                || (delivery.isReadable() && !delivery.isPartial() && delivery.available() <= maxMessageBytes);
    }

    private ErrorAnswer tooLarge(Delivery delivery) {
        return new ErrorAnswer(
                "amqp:link:message-size-exceeded",
                "A message of " + delivery.available() + " bytes or more cannot be sent on this link, which takes "
                        + maxMessageBytes);
    }
}
