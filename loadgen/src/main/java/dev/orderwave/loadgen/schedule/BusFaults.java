package dev.orderwave.loadgen.schedule;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import dev.orderwave.loadgen.azure.AzureException;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.Exceptions;

/// Tells a Service Bus fault the way its user can act on it.
record BusFaults(String namespace, String queue) {

    static AzureException malformedConnectionString(IllegalArgumentException malformed) {
        // The SDK's own message may quote the string, and with it the key.
        return new AzureException(
                "the Service Bus connection string is malformed: it needs Endpoint, SharedAccessKeyName and"
                        + " SharedAccessKey, each as name=value; separated by semicolons",
                malformed);
    }

    AzureException explain(RuntimeException fault, int accepted, int total) {
        var cause = Exceptions.unwrap(fault);
        var partial = accepted == 0
                ? ""
                : "; %,d of %,d orders had been accepted and will arrive when due".formatted(accepted, total);
        return new AzureException(reason(cause) + partial, fault);
    }

    private String reason(Throwable cause) {
        return switch (condition(cause)) {
            case NOT_FOUND -> "queue %s does not exist in %s: create it".formatted(queue, namespace);
            case UNAUTHORIZED_ACCESS ->
                "%s refused access to queue %s: check the key's name, value and right to send"
                        .formatted(namespace, queue);
            default ->
                "cannot schedule on queue %s in %s (%s): is it running, and is the connection string right?"
                        .formatted(queue, namespace, cause.getMessage());
        };
    }

    private static AmqpErrorCondition condition(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .filter(AmqpException.class::isInstance)
                .map(amqp -> ((AmqpException) amqp).getErrorCondition())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(AmqpErrorCondition.INTERNAL_ERROR);
    }
}
