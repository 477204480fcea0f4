package dev.orderwave.servicebus.internal.amqp;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/// An AMQP error and what it says to a human.
record ErrorAnswer(String condition, String description) {
    ErrorCondition toCondition() {
        return new ErrorCondition(Symbol.valueOf(condition), description);
    }

    DeliveryState toRejection() {
        var rejected = new Rejected();
        rejected.setError(toCondition());
        return rejected;
    }
}
