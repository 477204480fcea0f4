package dev.orderwave.dapr;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// A message that settles itself. [Message#of] asks for two functions instead, which would be made for each message,
/// and
/// wraps each in another one (ADR 0031).
public abstract class SettlingMessage<T> implements Message<T> {
    private final T payload;
    private final Metadata metadata;

    protected SettlingMessage(T payload, Metadata metadata) {
        this.payload = payload;
        this.metadata = metadata;
    }

    @Override
    public final T getPayload() {
        return payload;
    }

    @Override
    public final Metadata getMetadata() {
        return metadata;
    }

    @Override
    public abstract CompletionStage<Void> ack(Metadata own);

    @Override
    public abstract CompletionStage<Void> nack(Throwable reason, Metadata own);

    /// For messages that are made of this one.
    @Override
    public final Function<Metadata, CompletionStage<Void>> getAckWithMetadata() {
        return this::ack;
    }

    /// For messages that are made of this one.
    @Override
    public final BiFunction<Throwable, Metadata, CompletionStage<Void>> getNackWithMetadata() {
        return this::nack;
    }
}
