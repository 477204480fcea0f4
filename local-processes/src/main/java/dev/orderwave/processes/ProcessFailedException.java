package dev.orderwave.processes;

/// A program did not start, or not become what it was waited for; the message carries the end of its log.
public final class ProcessFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProcessFailedException(String message) {
        super(message);
    }
}
