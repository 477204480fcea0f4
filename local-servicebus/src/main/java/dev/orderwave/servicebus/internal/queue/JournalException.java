package dev.orderwave.servicebus.internal.queue;

/// A journal cannot be opened, or no longer be written. What was committed before is in it.
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param message one line that says what to do
    public JournalException(String message) {
        super(message);
    }

    /// @param message one line that says what to do
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
