package dev.orderwave.azure;

/// An Azure service, or its local stand-in, was not there or refused. The message says what to look at.
public final class AzureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AzureException(String message, Throwable cause) {
        super(message, cause);
    }
}
