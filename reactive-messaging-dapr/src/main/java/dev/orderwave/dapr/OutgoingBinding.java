package dev.orderwave.dapr;

import io.dapr.serializer.DefaultObjectSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// One output binding as a sink of messages. Many calls are under way at a time; each settles its own message and then
/// makes room for the next one. None can end the stream.
///
/// Every message passes here, so this is a plain subscriber: a chain of operators costs more than the call it wraps.
final class OutgoingBinding implements Flow.Subscriber<Message<?>> {
    private final OutgoingBindingConfig config;
    private final DaprConnection connection;
    private final BiConsumer<Void, @Nullable Throwable> afterwards = (_, unsettled) -> goOn(unsettled);
    private volatile Optional<Flow.Subscription> upstream = Optional.empty();

    OutgoingBinding(OutgoingBindingConfig config, DaprConnection connection) {
        this.config = config;
        this.connection = connection;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = Optional.of(subscription);
        subscription.request(config.maxInFlight());
    }

    @Override
    public void onNext(Message<?> message) {
        send(message).whenComplete(new Delivery(message));
    }

    /// What is thrown here would end the channel for all messages, so it fails its own, an [Error] as well.
    private CompletionStage<Void> send(Message<?> message) {
        try {
            return connection.invoke(request(message), message.getMetadata(TraceContext.class));
        } catch (IOException | RuntimeException | Error failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    @Override
    public void onError(Throwable failure) {
        DaprBindingLog.LOG.channelFailed(config.binding(), failure);
    }

    @Override
    public void onComplete() {
        // The application is stopping; calls under way still settle their messages.
    }

    private void goOn(@Nullable Throwable unsettled) {
        if (unsettled != null) {
            DaprBindingLog.LOG.notSettled(config.binding(), unsettled);
        }
        upstream.ifPresent(subscription -> subscription.request(1));
    }

    private BindingRequest request(Message<?> message) throws IOException {
        var own = message.getMetadata(OutgoingBindingMetadata.class);
        return new BindingRequest(
                config.binding(),
                own.flatMap(OutgoingBindingMetadata::operation).orElse(config.operation()),
                data(message.getPayload()),
                metadata(own.map(OutgoingBindingMetadata::metadata).orElse(Map.of())));
    }

    private Map<String, String> metadata(Map<String, String> own) {
        if (config.metadata().isEmpty()) {
            return own;
        }
        var all = new HashMap<>(config.metadata());
        all.putAll(own);
        return all;
    }

    /// Bytes go as they are and text as UTF-8. Of the rest the SDK makes JSON.
    private static byte[] data(Object payload) throws IOException {
        // No switch: for one over types the JVM makes code anew in each process.
        if (payload instanceof byte[] bytes) {
            return bytes;
        }
        return payload instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : new DefaultObjectSerializer().serialize(payload);
    }

    /// Settles a message when its call is over. Not a lambda, which would be dearer to make (ADR 0031).
    private final class Delivery implements BiConsumer<Void, @Nullable Throwable> {
        private final Message<?> message;

        Delivery(Message<?> message) {
            this.message = message;
        }

        @Override
        public void accept(Void accepted, @Nullable Throwable failure) {
            settled(failure).whenComplete(afterwards);
        }

        private CompletionStage<Void> settled(@Nullable Throwable failure) {
            try {
                return failure == null
                        ? message.ack()
                        : message.nack(new BindingFailedException(config.binding(), failure));
            } catch (RuntimeException | Error unsettled) {
                return CompletableFuture.failedStage(unsettled);
            }
        }
    }
}
