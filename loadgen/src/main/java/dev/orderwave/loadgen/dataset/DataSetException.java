package dev.orderwave.loadgen.dataset;

/// The stored data set is absent, or not what its manifest says. The message ends with what to do.
public final class DataSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataSetException(String message) {
        super(message + ": run \"loadgen generate\" to write it anew");
    }

    DataSetException(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + "): run \"loadgen generate\" to write it anew", cause);
    }
}
