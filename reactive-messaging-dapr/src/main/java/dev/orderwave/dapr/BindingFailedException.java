package dev.orderwave.dapr;

/// An output binding did not accept a message; the message was nacked.
public final class BindingFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BindingFailedException(String binding, Throwable cause) {
        super("Output binding %s did not accept the message: %s".formatted(binding, cause.getMessage()), cause);
    }
}
