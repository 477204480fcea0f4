package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/// A link the client sends on. Every message is settled as soon as it was taken.
final class IncomingLink implements LinkEndpoint {
    private static final int CREDIT = 1000;
    private final Receiver link;
    private final Intake intake;

    IncomingLink(Receiver link, Intake intake) {
        this.link = link;
        this.intake = intake;
    }

    void open() {
        link.flow(CREDIT);
    }

    /// Takes every message that is complete; a large one arrives in many frames, and an event for each.
    @Override
    public void onDelivery(Delivery ignored) {
        for (var delivery = link.current(); delivery != null && isComplete(delivery); delivery = link.current()) {
            if (!delivery.isAborted()) {
                var message = new byte[delivery.available()];
                link.recv(message, 0, message.length);
                delivery.disposition(intake.take(message, delivery.getMessageFormat()));
            }
            link.advance();
            delivery.settle();
        }
        if (link.getCredit() <= CREDIT / 2) {
            link.flow(CREDIT - link.getCredit());
        }
    }

    private static boolean isComplete(Delivery delivery) {
        return delivery.isAborted() || (delivery.isReadable() && !delivery.isPartial());
    }
}
