package dev.orderwave.servicebus.internal.queue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The ids of the messages that came in lately. Remembers an id for as long as the window, whatever became of its
/// message. It is in memory only: after a restart the queue tells it of the messages it still holds.
final class DuplicateDetection {
    private final long window;
    private final Map<String, First> firsts = new LinkedHashMap<>();

    DuplicateDetection(Duration window) {
        this.window = window.toMillis();
    }

    /// The number of the message that had this id before, if it was in the window.
    Optional<Long> firstOf(String messageId, long now) {
        var oldest = firsts.values().iterator();
        while (oldest.hasNext() && now - oldest.next().time >= window) {
            oldest.remove();
        }
        return Optional.ofNullable(firsts.get(messageId)).map(First::sequenceNumber);
    }

    void remember(String messageId, long sequenceNumber, long now) {
        firsts.put(messageId, new First(sequenceNumber, now));
    }

    private record First(long sequenceNumber, long time) {}
}
