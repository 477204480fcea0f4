package dev.orderwave.loadgen.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderwave.loadgen.result.Latency;
import java.util.Map;

/// What became of a wave.
///
/// The lists overlap where the facts do: an order with a blob in both outboxes is `duplicated` and, for the wrong
/// one of the two, `misrouted`. What this cannot see: a message processed twice into the same blob, because the
/// second write replaces the first; that is the design, not a fault.
///
/// @param orders how many orders were sent
/// @param intact orders that became the one blob that they should
/// @param lost orders without any ending
/// @param duplicated orders with more than one ending, such as two blobs that were made of different messages
/// @param misrouted blobs in the outbox of the other delivery; their content is not compared
/// @param corrupted blobs in the right outbox with the wrong content; the first differing field is named
/// @param rejected entries in the rejected outbox for orders of this wave, which were all valid
/// @param unexpected blobs that belong to no order of this wave. They do not make a wave unclean: containers keep
///     earlier waves, and an order of this wave that was written under a wrong name is already `lost`
/// @param late orders that certainly came later than was allowed; none if no limit was given
/// @param latencies from an order's due time to the end of the second in which its blob was created; keys: `all`,
///     `express`, `standard`. What never came is not in them, but in `lost`
public record WaveVerification(
        int orders,
        int intact,
        Findings lost,
        Findings duplicated,
        Findings misrouted,
        Findings corrupted,
        Findings rejected,
        Findings unexpected,
        Findings late,
        Map<String, Latency> latencies) {

    public WaveVerification {
        latencies = Map.copyOf(latencies);
    }

    /// Every order ended once, in its outbox, in time, with the right content.
    @JsonProperty
    public boolean isClean() {
        return everyOrderEndedOnce()
                && misrouted.isEmpty()
                && corrupted.isEmpty()
                && rejected.isEmpty()
                && late.isEmpty();
    }

    /// The weaker promise, which also holds when a module rejects orders.
    public boolean everyOrderEndedOnce() {
        return lost.isEmpty() && duplicated.isEmpty();
    }

    @Override
    public String toString() {
        return "%d orders, lost %s, duplicated %s, misrouted %s, corrupted %s, rejected %s, unexpected %s, late %s"
                .formatted(orders, lost, duplicated, misrouted, corrupted, rejected, unexpected, late);
    }
}
