package dev.orderwave.dapr;

import io.dapr.client.domain.InvokeBindingRequest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;

/// One output binding as a sink of messages. Many calls are under way at a time; each settles its own message, and none
/// can end the stream.
final class OutgoingBinding {
    private final OutgoingBindingConfig config;
    private final DaprConnection connection;

    OutgoingBinding(OutgoingBindingConfig config, DaprConnection connection) {
        this.config = config;
        this.connection = connection;
    }

    Flow.Subscriber<Message<?>> subscriber() {
        return MultiUtils.via(
                messages -> messages.onItem().transformToUni(this::send).merge(config.maxInFlight()));
    }

    private Uni<Void> send(Message<?> message) {
        return invoke(message)
                .onItemOrFailure()
                .transformToUni((sent, failure) ->
                        Uni.createFrom().completionStage(() -> failure == null ? message.ack() : message.nack(failure)))
                .onFailure()
                .invoke(failure -> DaprBindingLog.LOG.notSettled(config.binding(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> invoke(Message<?> message) {
        return Uni.createFrom()
                .deferred(() -> connection.invoke(request(message), message.getMetadata(TraceContext.class)))
                .ifNoItem()
                .after(config.sendTimeout())
                .failWith(() -> new BindingFailedException(
                        config.binding(),
                        "no answer within %d ms".formatted(config.sendTimeout().toMillis())))
                .onFailure(failure -> !(failure instanceof BindingFailedException))
                .transform(failure -> new BindingFailedException(config.binding(), failure));
    }

    private InvokeBindingRequest request(Message<?> message) {
        var own = message.getMetadata(OutgoingBindingMetadata.class);
        var operation = own.flatMap(OutgoingBindingMetadata::operation).orElse(config.operation());
        return new InvokeBindingRequest(config.binding(), operation)
                .setData(data(message.getPayload()))
                .setMetadata(metadata(own.map(OutgoingBindingMetadata::metadata).orElse(Map.of())));
    }

    private Map<String, String> metadata(Map<String, String> own) {
        if (config.metadata().isEmpty()) {
            return own;
        }
        var all = new HashMap<>(config.metadata());
        all.putAll(own);
        return all;
    }

    /// Bytes go as they are and text as UTF-8; the SDK would put text into JSON quotes. It makes JSON of the rest.
    private static Object data(Object payload) {
        return payload instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : payload;
    }
}
