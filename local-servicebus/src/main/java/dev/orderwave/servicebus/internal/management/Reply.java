package dev.orderwave.servicebus.internal.management;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;
import org.jspecify.annotations.Nullable;

/// The answer to a request: an HTTP-like status, an error condition if it failed, a result if there is one.
public record Reply(
        int status, String description, @Nullable String errorCondition, Map<String, ?> result) {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int SERVICE_UNAVAILABLE = 503;

    /// What `$cbs` says to every token: a local bus lets everybody in.
    public static Reply accepted() {
        return new Reply(ACCEPTED, "Accepted", null, Map.of());
    }

    static Reply ok(Map<String, ?> result) {
        return new Reply(OK, "OK", null, result);
    }

    static Reply noContent() {
        return new Reply(NO_CONTENT, "No Content", null, Map.of());
    }

    static Reply badRequest(String description) {
        return new Reply(BAD_REQUEST, description, "com.microsoft:argument-error", Map.of());
    }

    /// A request that a fault keeps from being performed.
    public static Reply failed(String errorCondition, String description) {
        return new Reply(SERVICE_UNAVAILABLE, description, errorCondition, Map.of());
    }

    static Reply quotaExceeded(String description) {
        return new Reply(FORBIDDEN, description, "amqp:resource-limit-exceeded", Map.of());
    }

    static Reply messageNotFound(String description) {
        return new Reply(NOT_FOUND, description, "com.microsoft:message-not-found", Map.of());
    }

    static Reply lockLost() {
        return new Reply(
                GONE,
                "The lock supplied is invalid. Either the lock expired, or the message has already been removed.",
                "com.microsoft:message-lock-lost",
                Map.of());
    }

    static Reply notImplemented(String operation) {
        return new Reply(NOT_IMPLEMENTED, "local-servicebus has no " + operation, "amqp:not-implemented", Map.of());
    }

    /// The reply on the wire, in both spellings of the status that clients look for.
    public Message toMessage(Object correlationId) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("statusCode", status);
        properties.put("status-code", status);
        properties.put("statusDescription", description);
        properties.put("status-description", description);
        if (errorCondition != null) {
            properties.put("errorCondition", Symbol.valueOf(errorCondition));
            properties.put("error-condition", Symbol.valueOf(errorCondition));
        }
        var message = Proton.message();
        message.setCorrelationId(correlationId);
        message.setApplicationProperties(new ApplicationProperties(properties));
        message.setBody(new AmqpValue(result));
        return message;
    }
}
