package dev.orderwave.queuewatch;

import java.time.Instant;

/// A queue and its binding at one moment.
///
/// @param received events that arrived since the service started
/// @param inHand events that are not settled yet
/// @param waiting messages in the queue, the locked ones included
record Look(Instant at, long received, int inHand, long waiting) {
    /// Whether there was nothing to wait for, or something moved since the earlier look: here, or for another replica.
    boolean excuses(Look earlier) {
        return inHand > 0 || waiting == 0 || received != earlier.received || waiting < earlier.waiting;
    }
}
