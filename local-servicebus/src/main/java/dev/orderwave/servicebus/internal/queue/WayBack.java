package dev.orderwave.servicebus.internal.queue;

import java.util.ArrayDeque;
import java.util.List;

/// Abandoned messages on their way back to their place. Each takes equally long, so who left first is back first.
final class WayBack {
    private final long pause;
    private final ArrayDeque<Return> returns = new ArrayDeque<>();

    WayBack(long pauseMillis) {
        this.pause = pauseMillis;
    }

    void add(QueuedMessage message, long now) {
        returns.add(new Return(message, now + pause));
    }

    /// The next portion of those that are back.
    List<QueuedMessage> takeDue(long now) {
        var due = new Portion();
        while (nextDue() <= now && due.hasRoom()) {
            due.add(returns.removeFirst().message());
        }
        return due.messages();
    }

    /// When the first one is back; [Long#MAX_VALUE] if none is on its way.
    long nextDue() {
        var first = returns.peekFirst();
        return first == null ? Long.MAX_VALUE : first.due();
    }

    int size() {
        return returns.size();
    }

    private record Return(QueuedMessage message, long due) {}
}
