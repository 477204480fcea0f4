package dev.orderwave.loadgen.report;

import dev.orderwave.loadgen.result.Outcomes;
import dev.orderwave.loadgen.result.Run;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// What may become of an order, as a column.
public enum Outcome {
    ORDERS(Outcomes::orders),
    INTACT(Outcomes::intact),
    LOST(Outcomes::lost),
    DUPLICATED(Outcomes::duplicated),
    MISROUTED(Outcomes::misrouted),
    CORRUPTED(Outcomes::corrupted),
    REJECTED(Outcomes::rejected),
    QUEUED(Outcomes::queued),
    DEAD_LETTERED(Outcomes::deadLettered),
    LATE(Outcomes::late);

    private final ToLongFunction<Outcomes> count;

    Outcome(ToLongFunction<Outcomes> count) {
        this.count = count;
    }

    public String label() {
        return key().replace('_', '-');
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public long of(Outcomes outcomes) {
        return count.applyAsLong(outcomes);
    }

    /// Over all cycles of a run.
    public long of(Run run) {
        return run.cycles().stream().mapToLong(cycle -> of(cycle.outcomes())).sum();
    }

    /// Whether one such order makes a run unclean.
    boolean isFault() {
        return this != ORDERS && this != INTACT;
    }
}
