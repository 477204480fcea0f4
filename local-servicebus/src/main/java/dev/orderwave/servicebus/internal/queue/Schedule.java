package dev.orderwave.servicebus.internal.queue;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// Messages that are not due yet, earliest first.
final class Schedule {
    private final TreeSet<QueuedMessage> messages =
            new TreeSet<>(Comparator.comparingLong(QueuedMessage::scheduledEnqueueTime)
                    .thenComparingLong(QueuedMessage::sequenceNumber));

    void add(QueuedMessage message) {
        messages.add(message);
    }

    void remove(QueuedMessage message) {
        messages.remove(message);
    }

    /// The next portion of what is due.
    List<QueuedMessage> takeDue(long now) {
        var due = new Portion();
        while (nextDue() <= now && due.hasRoom()) {
            due.add(messages.removeFirst());
        }
        return due.messages();
    }

    /// When the earliest message is due; [Long#MAX_VALUE] if there is none.
    long nextDue() {
        return messages.isEmpty() ? Long.MAX_VALUE : messages.first().scheduledEnqueueTime();
    }

    int size() {
        return messages.size();
    }
}
