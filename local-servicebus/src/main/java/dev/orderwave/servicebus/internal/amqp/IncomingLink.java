package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/// A link the client sends on. Every message is settled as soon as it was taken, unless a fault wants its answer
/// later.
final class IncomingLink implements LinkEndpoint {
    private static final int CREDIT = 1000;
    private static final long PATIENCE = 4;
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

    /// Takes every message that is complete; a large one arrives in many frames, and an event for each.
    /// One that goes on and on loses its link before it fills the heap.
    @Override
    public void onDelivery(Delivery ignored) {
        var delivery = link.current();
        for (; delivery != null && isComplete(delivery); delivery = link.current()) {
            take(delivery);
        }
        if (delivery != null && delivery.available() > PATIENCE * maxMessageBytes) {
            connection.detach(link, tooLarge(delivery.available()));
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
        var outcome = message.length > maxMessageBytes
                ? tooLarge(message.length).toRejection()
                : intake.take(message, delivery.getMessageFormat());
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

    private ErrorAnswer tooLarge(int bytes) {
        return new ErrorAnswer(
                "amqp:link:message-size-exceeded",
                "The received message (size: " + bytes + " bytes) exceeds the limit (" + maxMessageBytes
                        + " bytes) of this link.");
    }
}
