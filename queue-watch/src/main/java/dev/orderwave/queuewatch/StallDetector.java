package dev.orderwave.queuewatch;

import java.time.Duration;
import java.time.Instant;

/// Judges looks at a queue, one after the other.
final class StallDetector {
    private final Duration patience;
    private Look lastMove;
    private Instant since;

    StallDetector(Duration patience, Instant start) {
        this.patience = patience;
        this.lastMove = new Look(start, 0, 0, Long.MAX_VALUE);
        this.since = start;
    }

    /// What a look says, in the light of those before it. A stall is told once; if it lasts, again after as long a
    /// time.
    Judgement judge(Look look) {
        if (look.excuses(lastMove)) {
            lastMove = look;
            since = look.at();
            return Judgement.FLOWS;
        }
        if (Duration.between(since, look.at()).compareTo(patience) < 0) {
            return Judgement.WAITS;
        }
        since = look.at();
        return Judgement.STALLED;
    }

    /// What a look says about the queue.
    enum Judgement {
        /// Something moved, or there is nothing to move.
        FLOWS,
        /// Nothing moved since the last look; it is too early to say more.
        WAITS,
        /// Nothing has moved for longer than the patience.
        STALLED
    }
}
