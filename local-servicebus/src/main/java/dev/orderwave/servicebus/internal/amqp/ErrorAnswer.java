package dev.orderwave.servicebus.internal.amqp;

import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;

/// An AMQP error and what it says to a human. It goes with a map of details, empty here: without one, the Python SDK
/// reads past the end of the error and its sender waits for ever.
record ErrorAnswer(String condition, String description) {
    ErrorCondition toCondition() {
        var error = new ErrorCondition(Symbol.valueOf(condition), description);
        error.setInfo(Map.of());
        return error;
    }

    DeliveryState toRejection() {
        var rejected = new Rejected();
        rejected.setError(toCondition());
        return rejected;
    }
}
