package dev.orderwave.servicebus.internal.management;

import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.QueuedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.jspecify.annotations.Nullable;

/// Looks messages up by sequence number: peeks at all, receives deferred ones.
final class Browsing {
    /// A reply is one message, and a message has at most 1 MiB; who peeks further asks again.
    private static final int MAX_REPLY_BYTES = 1_000_000;

    private static final long RECEIVE_AND_DELETE = 0;
    private final Queue queue;

    Browsing(Queue queue) {
        this.queue = queue;
    }

    Reply peek(Request request) {
        var count = Math.toIntExact(request.number("message-count"));
        var entries = new ArrayList<Map<String, ?>>();
        var bytes = 0;
        for (var message : queue.peek(request.number("from-sequence-number"), count)) {
            var encoded = Binary.create(message.encode());
            bytes += encoded.getLength();
            if (bytes > MAX_REPLY_BYTES && !entries.isEmpty()) {
                break;
            }
            entries.add(Map.of("message", encoded));
        }
        return entries.isEmpty() ? Reply.noContent() : messages(entries);
    }

    Reply receiveDeferred(Request request) {
        var delete = request.number("receiver-settle-mode") == RECEIVE_AND_DELETE;
        var entries = new ArrayList<Map<String, ?>>();
        for (var number : request.sequenceNumbers()) {
            var entry =
                    delete ? deleted(queue.receiveAndDeleteDeferred(number)) : locked(queue.receiveDeferred(number));
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        return entries.isEmpty()
                ? Reply.messageNotFound("No deferred message with these sequence numbers on queue " + queue.name()
                        + ": " + request.sequenceNumbers())
                : messages(entries);
    }

    private static Map<String, ?> deleted(@Nullable QueuedMessage message) {
        return message == null ? Map.of() : Map.of("message", Binary.create(message.encode()));
    }

    private static Map<String, ?> locked(@Nullable QueuedMessage message) {
        return message == null
                ? Map.of()
                : Map.of(
                        "message",
                        Binary.create(message.encode()),
                        "lock-token",
                        message.lock().token().id());
    }

    private static Reply messages(List<Map<String, ?>> entries) {
        return Reply.ok(Map.of("messages", entries));
    }
}
