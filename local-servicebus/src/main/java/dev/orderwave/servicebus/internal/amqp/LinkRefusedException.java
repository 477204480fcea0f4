package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/// A link asks for something there is not. The client is told by a detach with this condition.
final class LinkRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ErrorCondition condition;

    private LinkRefusedException(ErrorAnswer error) {
        super(error.description());
        this.condition = error.toCondition();
    }

    static LinkRefusedException because(ErrorAnswer error) {
        return new LinkRefusedException(error);
    }

    static LinkRefusedException notFound(String message) {
        return because(new ErrorAnswer("amqp:not-found", message));
    }

    static LinkRefusedException notAllowed(String message) {
        return because(new ErrorAnswer("amqp:not-allowed", message));
    }

    static LinkRefusedException notImplemented(String message) {
        return because(new ErrorAnswer("amqp:not-implemented", message));
    }

    ErrorCondition condition() {
        return condition;
    }
}
