package dev.orderwave.servicebus.internal.management;

import dev.orderwave.servicebus.internal.message.SentMessage;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;

/// Schedules messages and takes them back before they are due.
final class ScheduledMessages {
    private final Queue queue;

    ScheduledMessages(Queue queue) {
        this.queue = queue;
    }

    /// All messages are read before the first is stored, so a malformed one refuses them all.
    Reply schedule(Request request) {
        if (!queue.hasRoom()) {
            return Reply.quotaExceeded("The journal's disk is nearly full: queue " + queue.name()
                    + " takes no messages until there is room");
        }
        var messages = request.each("messages", ScheduledMessages::sentMessage);
        // Boxed on purpose: proton-j cannot encode a long[] inside a map, and clients insist on an AMQP array.
        var numbers = messages.stream().map(queue::enqueue).toArray(Long[]::new);
        return Reply.ok(Map.of("sequence-numbers", numbers));
    }

    /// Cancels what can be cancelled, and says which could not: the Java SDK takes that for a success.
    Reply cancel(Request request) {
        var missing = request.sequenceNumbers().stream()
                .filter(number -> !queue.cancelScheduled(number))
                .toList();
        return missing.isEmpty()
                ? Reply.ok(Map.of())
                : Reply.messageNotFound("Not scheduled on queue " + queue.name() + " (any more): " + missing);
    }

    private static SentMessage sentMessage(Object entry) {
        if (entry instanceof Map<?, ?> map && map.get("message") instanceof Binary encoded) {
            return SentMessage.of(encoded.asByteBuffer());
        }
        throw new IllegalArgumentException("each of messages must be a map with a binary \"message\"");
    }
}
