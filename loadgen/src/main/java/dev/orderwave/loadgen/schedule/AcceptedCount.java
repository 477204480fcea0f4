package dev.orderwave.loadgen.schedule;

/// Counts accepted orders and passes the count on. Reactor calls it one chunk after the other; `volatile` is for the
/// reader.
final class AcceptedCount {

    private final int total;
    private final Progress progress;
    private volatile int accepted;

    AcceptedCount(int total, Progress progress) {
        this.total = total;
        this.progress = progress;
    }

    void add(int orders) {
        var now = accepted + orders;
        accepted = now;
        progress.accepted(now, total);
    }

    /// For the report of a fault; empty if there is nothing to tell.
    String soFar() {
        return accepted == 0
                ? ""
                : "%d of %d orders had been accepted and will arrive when due".formatted(accepted, total);
    }
}
