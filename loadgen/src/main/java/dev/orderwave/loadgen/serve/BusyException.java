package dev.orderwave.loadgen.serve;

/// Somebody else's data set is being stored or scheduled.
final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("a data set is being stored or scheduled: try again when it is done");
    }
}
