package dev.orderwave.loadgen.schedule;

/// Told after every chunk that the queue accepted; called by one thread at a time.
@FunctionalInterface
public interface Progress {

    /// Says nothing to nobody.
    Progress SILENT = (accepted, total) -> {};

    void accepted(int accepted, int total);
}
