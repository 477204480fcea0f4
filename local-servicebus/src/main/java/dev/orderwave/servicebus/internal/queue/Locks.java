package dev.orderwave.servicebus.internal.queue;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The locked messages of one queue. Every lock lasts equally long, so the order of locking is the order of expiry.
final class Locks {
    private final long duration;
    private final LinkedHashMap<LockToken, QueuedMessage> messages = new LinkedHashMap<>();

    Locks(long durationMillis) {
        this.duration = durationMillis;
    }

    void lock(QueuedMessage message, long now) {
        hold(message, new Lock(LockToken.next(), now + duration));
    }

    /// Extends a lock and returns its new end; null if it is gone.
    @Nullable
    Long renew(LockToken token, long now) {
        var message = messages.remove(token);
        if (message == null) {
            return null;
        }
        hold(message, message.lock().renewedUntil(now + duration));
        return now + duration;
    }

    /// Ends a lock and returns its message; null if the lock is gone.
    @Nullable
    QueuedMessage release(LockToken token) {
        var message = messages.remove(token);
        if (message != null) {
            message.lock(null);
        }
        return message;
    }

    /// The next portion of those whose locks have ended.
    List<QueuedMessage> takeExpired(long now) {
        var expired = new Portion();
        while (nextExpiry() <= now && expired.hasRoom()) {
            var message = messages.pollFirstEntry().getValue();
            message.lock(null);
            expired.add(message);
        }
        return expired.messages();
    }

    /// When the oldest lock ends; [Long#MAX_VALUE] if nothing is locked.
    long nextExpiry() {
        var oldest = messages.firstEntry();
        return oldest == null ? Long.MAX_VALUE : oldest.getValue().lock().until();
    }

    int size() {
        return messages.size();
    }

    private void hold(QueuedMessage message, Lock lock) {
        message.lock(lock);
        messages.put(lock.token(), message);
    }
}
