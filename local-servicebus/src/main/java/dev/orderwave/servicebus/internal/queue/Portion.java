package dev.orderwave.servicebus.internal.queue;

import java.util.ArrayList;
import java.util.List;

/// Messages that a queue changes at once: not all that are due, if they are many. The journal takes what changed
/// together as a whole, in memory first, and clients wait meanwhile.
final class Portion {
    private static final int MESSAGES = 1000;
    private static final int BYTES = 1024 * 1024;

    private final List<QueuedMessage> messages = new ArrayList<>();
    private long bytes;

    boolean hasRoom() {
        return messages.size() < MESSAGES && bytes < BYTES;
    }

    void add(QueuedMessage message) {
        messages.add(message);
        bytes += message.size();
    }

    List<QueuedMessage> messages() {
        return messages;
    }
}
