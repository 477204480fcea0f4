package dev.orderwave.loadgen.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Notices that a wave is over. Not to be seen from one number: the depths that Service Bus tells may be some seconds
/// old, and an order that is lost never ends.
final class WaveEnd {

    /// So long after the queues were empty, an order that has not ended is not under way.
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Instant lastDue;
    private final int orders;
    private final Duration patience;
    private Optional<Instant> drained = Optional.empty();
    private Instant lastMove;
    private long lastWaiting;
    private long lastEnded;

    /// @param patience how long nothing may move while messages wait; longer than a lock, after which the
    ///     queues deliver again what a dead process held
    WaveEnd(Instant lastDue, int orders, Duration patience) {
        this.lastDue = lastDue;
        this.orders = orders;
        this.patience = patience;
        this.lastMove = lastDue;
    }

    boolean isOver(Instant now, long waiting, long ended) {
        if (now.isBefore(lastDue)) {
            return false;
        }
        if (waiting != lastWaiting || ended != lastEnded) {
            lastMove = now;
        }
        lastWaiting = waiting;
        lastEnded = ended;
        drained = waiting > 0 ? Optional.empty() : drained.or(() -> Optional.of(now));
        if (waiting == 0 && ended >= orders) {
            return true;
        }
        var allowed = waiting == 0 ? QUIET : patience;
        return Duration.between(lastMove, now).compareTo(allowed) > 0;
    }

    /// When the queues were first seen empty for good.
    Optional<Instant> drained() {
        return drained;
    }
}
