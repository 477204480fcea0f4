package dev.orderwave.loadgen.verify;

/// What became of a wave.
///
/// The lists overlap where the facts do: an order with a blob in both outboxes is `duplicated` and, for the wrong
/// one of the two, `misrouted`. What this cannot see: a message processed twice into the same blob, because the
/// second write replaces the first; that is the design, not a fault.
///
/// @param orders how many orders were sent
/// @param lost orders without any ending
/// @param duplicated orders with more than one ending, such as two blobs that were made of different messages
/// @param misrouted blobs in the outbox of the other delivery; their content is not compared
/// @param corrupted blobs in the right outbox with the wrong content; the first differing field is named
/// @param rejected entries in the rejected outbox for orders of this wave, which were all valid
/// @param unexpected blobs that belong to no order of this wave. They do not make a wave unclean: containers keep
///     earlier waves, and an order of this wave that was written under a wrong name is already `lost`
public record WaveVerification(
        int orders,
        Findings lost,
        Findings duplicated,
        Findings misrouted,
        Findings corrupted,
        Findings rejected,
        Findings unexpected) {

    /// Every order ended once, in its outbox, with the right content.
    public boolean isClean() {
        return everyOrderEndedOnce() && misrouted.isEmpty() && corrupted.isEmpty() && rejected.isEmpty();
    }

    /// The weaker promise, which also holds when a module rejects orders.
    public boolean everyOrderEndedOnce() {
        return lost.isEmpty() && duplicated.isEmpty();
    }

    @Override
    public String toString() {
        return "%d orders, lost %s, duplicated %s, misrouted %s, corrupted %s, rejected %s, unexpected %s"
                .formatted(orders, lost, duplicated, misrouted, corrupted, rejected, unexpected);
    }
}
