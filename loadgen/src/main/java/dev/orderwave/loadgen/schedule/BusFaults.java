package dev.orderwave.loadgen.schedule;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import dev.orderwave.loadgen.azure.AzureException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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
                : "; %d of %d orders had been accepted and will arrive when due".formatted(accepted, total);
        return new AzureException(reason(cause) + partial, fault);
    }

    private String reason(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .flatMap(link -> known(link).stream())
                .findFirst()
                .orElse("cannot schedule on queue %s in %s (%s)".formatted(queue, namespace, cause.getMessage()));
    }

    private Optional<String> known(Throwable link) {
        return switch (link) {
            case AmqpException answer -> Optional.of(refusal(answer));
            case TimeoutException _ ->
                Optional.of(
                        "no answer from Service Bus at %s for queue %s: is it running, and is the connection string right?"
                                .formatted(namespace, queue));
            default -> Optional.empty();
        };
    }

    private String refusal(AmqpException answer) {
        var condition = Objects.requireNonNullElse(answer.getErrorCondition(), AmqpErrorCondition.INTERNAL_ERROR);
        return switch (condition) {
            case NOT_FOUND -> "queue %s does not exist in %s: create it".formatted(queue, namespace);
            case UNAUTHORIZED_ACCESS ->
                "%s refused access to queue %s: check the key's name, value and right to send"
                        .formatted(namespace, queue);
            default -> "%s refused orders for queue %s: %s".formatted(namespace, queue, answer.getMessage());
        };
    }
}
