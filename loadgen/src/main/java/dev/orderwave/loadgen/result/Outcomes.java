package dev.orderwave.loadgen.result;

/// What became of the orders of a cycle.
///
/// @param intact orders that became the one blob that they should
/// @param late orders whose blob came later than was allowed; they may be intact
public record Outcomes(
        long orders,
        long intact,
        long lost,
        long duplicated,
        long misrouted,
        long corrupted,
        long rejected,
        long queued,
        long deadLettered,
        long late) {

    /// How much of this is not as it should be; 0 is a clean wave.
    public long faults() {
        return lost + duplicated + misrouted + corrupted + rejected + queued + deadLettered + late;
    }
}
