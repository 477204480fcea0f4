package dev.orderwave.servicebus.internal.amqp;

import dev.orderwave.servicebus.internal.message.MalformedMessageException;
import dev.orderwave.servicebus.internal.message.SentMessage;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.util.List;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.transport.DeliveryState;

/// Puts messages on a queue: one by one, or a batch as a whole or not at all.
record QueueIntake(Queue queue, QueueFault fault) implements Intake {
    private static final int BATCH_FORMAT = 0x80013700;

    @Override
    public DeliveryState take(byte[] message, int messageFormat) {
        return fault.rejection().map(ErrorAnswer::toRejection).orElseGet(() -> enqueue(message, messageFormat));
    }

    private DeliveryState enqueue(byte[] message, int messageFormat) {
        if (!queue.hasRoom()) {
            return Outcomes.rejected(
                    "amqp:resource-limit-exceeded",
                    "The journal's disk is nearly full: queue " + queue.name()
                            + " takes no messages until there is room");
        }
        try {
            var messages =
                    messageFormat == BATCH_FORMAT ? SentMessage.ofBatch(message) : List.of(SentMessage.of(message));
            messages.forEach(queue::enqueue);
            return Accepted.getInstance();
        } catch (MalformedMessageException e) {
            return Outcomes.rejected("amqp:decode-error", String.valueOf(e.getMessage()));
        }
    }
}
