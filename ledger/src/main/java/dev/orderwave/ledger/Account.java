package dev.orderwave.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// All that was seen of one order.
///
/// @param id the order's id, which is that of its message; a message without one goes by its queue and sequence number
/// @param ofWave whether it is one of those that were asked for
public record Account(String id, boolean ofWave, List<Trace> traces) {

    /// Orders by number, whatever has none after them.
    static final Comparator<Account> BY_ID =
            Comparator.comparing((Account account) -> number(account.id)).thenComparing(Account::id);

    public Account {
        traces = List.copyOf(traces);
    }

    public Standing standing() {
        return switch (traces.size()) {
            case 0 -> Standing.UNACCOUNTED;
            case 1 ->
                switch (traces.getFirst()) {
                    case Trace.Queued _ -> Standing.QUEUED;
                    case Trace.DeadLettered _ -> Standing.DEAD_LETTERED;
                    case Trace.Rejected _ -> Standing.REJECTED;
                    case Trace.Delivered _ -> Standing.DELIVERED;
                };
            default -> Standing.SEVERAL;
        };
    }

    /// Whether a dead-letter queue holds it, or a copy of it.
    public boolean isDeadLettered() {
        return traces.stream().anyMatch(Trace.DeadLettered.class::isInstance);
    }

    /// Whether there is nothing to do about it: an order of the wave has one ending, any other is no dead letter.
    public boolean isClean() {
        return ofWave ? standing().isEnding() : !isDeadLettered();
    }

    @Override
    public String toString() {
        var found = traces.isEmpty()
                ? "unaccounted: in no queue, no dead-letter queue, no outbox"
                : traces.stream().map(Trace::describe).collect(Collectors.joining("; and "));
        return "order " + id + ": " + found;
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : Long.MAX_VALUE;
    }
}
