package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/// A link asks for something there is not. The client is told by a detach with this condition.
final class LinkRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ErrorCondition condition;

    private LinkRefusedException(String condition, String message) {
        super(message);
        this.condition = new ErrorCondition(Symbol.valueOf(condition), message);
    }

    static LinkRefusedException notFound(String message) {
        return new LinkRefusedException("amqp:not-found", message);
    }

    static LinkRefusedException notAllowed(String message) {
        return new LinkRefusedException("amqp:not-allowed", message);
    }

    static LinkRefusedException notImplemented(String message) {
        return new LinkRefusedException("amqp:not-implemented", message);
    }

    ErrorCondition condition() {
        return condition;
    }
}
