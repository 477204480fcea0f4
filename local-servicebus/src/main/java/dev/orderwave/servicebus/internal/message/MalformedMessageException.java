package dev.orderwave.servicebus.internal.message;

/// The bytes a client sent are not an AMQP message. The sender is told by a rejected outcome; nothing is stored.
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedMessageException(String message) {
        super(message);
    }
}
