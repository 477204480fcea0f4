package dev.orderwave.ledger;

/// What was asked for is not there. The message ends with what to do.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }
}
