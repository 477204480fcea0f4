package dev.orderwave.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import com.azure.messaging.servicebus.administration.ServiceBusAdministrationClient;
import com.azure.messaging.servicebus.administration.models.QueueRuntimeProperties;
import java.time.Instant;

/// Asks a namespace how many messages its queues hold: one small request by HTTP, no message is touched. Needs the
/// right to manage.
public final class QueueCounter {

    private final ServiceBusAdministrationClient client;
    private final String namespace;

    QueueCounter(ServiceBusAdministrationClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /// @throws AzureException if the namespace does not tell
    public QueueCounts count(String queue) {
        var properties = ask(queue).getValue();
        return new QueueCounts(
                properties.getActiveMessageCount(),
                properties.getScheduledMessageCount(),
                properties.getDeadLetterMessageCount());
    }

    /// What the namespace's clock says, in an answer about a queue.
    ///
    /// @throws AzureException if the namespace does not tell
    public ClockReading readClock(String queue) {
        var asked = Instant.now();
        var answer = ask(queue);
        return ClockReading.of(asked, answer.getHeaders(), Instant.now());
    }

    private Response<QueueRuntimeProperties> ask(String queue) {
        try {
            return client.getQueueRuntimePropertiesWithResponse(queue, Context.NONE);
        } catch (RuntimeException fault) {
            throw new AzureException(explain(fault, queue), fault);
        }
    }

    private String explain(RuntimeException fault, String queue) {
        return switch (fault) {
            case ResourceNotFoundException _ -> "queue %s does not exist in %s: create it".formatted(queue, namespace);
            case HttpResponseException refusal
            when refused(refusal) ->
                "%s refused to tell about queue %s: counting messages needs the right to Manage, or the role Azure Service Bus Data Owner; who manages the namespace can give either"
                        .formatted(namespace, queue);
            case ClientAuthenticationException _ ->
                "nobody is signed in who may ask %s about queue %s: sign in by \"az login\", or set the connection string"
                        .formatted(namespace, queue);
            case HttpResponseException answer ->
                "%s answered %d about queue %s"
                        .formatted(namespace, answer.getResponse().getStatusCode(), queue);
            default ->
                "no answer about queue %s from the Service Bus management at %s (%s): is it running? --servicebus-management says where"
                        .formatted(queue, namespace, rootCause(fault));
        };
    }

    private static boolean refused(HttpResponseException refusal) {
        var response = refusal.getResponse();
        return response != null && (response.getStatusCode() == 401 || response.getStatusCode() == 403);
    }

    private static String rootCause(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
