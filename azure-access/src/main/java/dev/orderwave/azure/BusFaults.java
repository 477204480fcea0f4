package dev.orderwave.azure;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.messaging.servicebus.ServiceBusException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import reactor.core.Exceptions;

/// Tells a Service Bus fault the way its user can act on it.
///
/// @param queue the queue that was spoken to
public record BusFaults(String namespace, String queue) {

    static AzureException malformedConnectionString(RuntimeException malformed) {
        // Of whatever kind it is, the SDK's own message may quote the string, and with it the key.
        return new AzureException(
                "the Service Bus connection string is malformed: it needs Endpoint, SharedAccessKeyName and"
                        + " SharedAccessKey, each as name=value; separated by semicolons",
                malformed);
    }

    /// @param deed what was tried, as in "cannot schedule on queue q"
    public AzureException explain(RuntimeException fault, String deed) {
        return explain(fault, deed, "");
    }

    /// @param soFar what had been done before the fault, or nothing
    public AzureException explain(RuntimeException fault, String deed, String soFar) {
        var reason = reason(Exceptions.unwrap(fault), deed);
        return new AzureException(soFar.isEmpty() ? reason : reason + "; " + soFar, fault);
    }

    private String reason(Throwable cause, String deed) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .flatMap(link -> known(link, deed).stream())
                .findFirst()
                .orElse("cannot %s on queue %s in %s (%s)".formatted(deed, queue, namespace, cause.getMessage()));
    }

    private Optional<String> known(Throwable link, String deed) {
        return switch (link) {
            case ClientAuthenticationException nobody ->
                Optional.of("nobody is signed in who may %s on queue %s in %s: sign in by \"az login\", or set the"
                                .formatted(deed, queue, namespace)
                        + " connection string (" + firstLine(nobody) + ")");
            // It wraps the answer of the bus, which says more.
            case ServiceBusException wrapper when wrapper.getCause() instanceof AmqpException -> Optional.empty();
            case AmqpException answer -> Optional.of(refusal(answer, deed));
            case TimeoutException _ ->
                Optional.of(
                        "no answer from Service Bus at %s for queue %s: is it running, and is the connection string right?"
                                .formatted(namespace, queue));
            default -> Optional.empty();
        };
    }

    private String refusal(AmqpException answer, String deed) {
        var condition = Objects.requireNonNullElse(answer.getErrorCondition(), AmqpErrorCondition.INTERNAL_ERROR);
        return switch (condition) {
            case NOT_FOUND -> "queue %s does not exist in %s: create it".formatted(queue, namespace);
            case UNAUTHORIZED_ACCESS ->
                "%s refused access to queue %s: check the key's name, value and right to %s"
                        .formatted(namespace, queue, deed);
            default -> "%s refused to %s on queue %s: %s".formatted(namespace, deed, queue, answer.getMessage());
        };
    }

    private static String firstLine(Throwable fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("no reason");
    }
}
