package dev.orderwave.modules;

/// A module could not be had or not be stored. The message is one line: which module, why, and what to do.
public final class ModuleStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModuleStoreException(String message) {
        super(message);
    }

    ModuleStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
