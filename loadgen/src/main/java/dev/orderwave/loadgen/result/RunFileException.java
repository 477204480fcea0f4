package dev.orderwave.loadgen.result;

/// A file is absent, or not what `loadgen run` writes.
public final class RunFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunFileException(String message) {
        super(message);
    }
}
