package dev.orderwave.processor;

import dev.orderwave.processor.trace.MessageTrace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// A message to an output, which is told what became of it. It keeps that itself: the functions that [Message#of] asks
/// for
/// would be made for each message and wrapped twice (ADR 0031).
final class SentMessage implements Message<byte[]> {
    private static final CompletionStage<Void> TOLD = CompletableFuture.completedFuture(null);

    private final byte[] payload;
    private final Metadata metadata;
    private final MessageTrace.Call call;
    private final CompletableFuture<Void> accepted = new CompletableFuture<>();

    SentMessage(byte[] payload, Metadata metadata, MessageTrace.Call call) {
        this.payload = payload;
        this.metadata = metadata;
        this.call = call;
    }

    /// Completes when the output accepted it, and fails when it did not.
    CompletableFuture<Void> accepted() {
        return accepted;
    }

    @Override
    public byte[] getPayload() {
        return payload;
    }

    @Override
    public Metadata getMetadata() {
        return metadata;
    }

    @Override
    public CompletionStage<Void> ack(Metadata own) {
        accepted.complete(null);
        call.accepted();
        return TOLD;
    }

    @Override
    public CompletionStage<Void> nack(Throwable reason, Metadata own) {
        accepted.completeExceptionally(reason);
        call.failed(reason);
        return TOLD;
    }

    @Override
    public Function<Metadata, CompletionStage<Void>> getAckWithMetadata() {
        return this::ack;
    }

    @Override
    public BiFunction<Throwable, Metadata, CompletionStage<Void>> getNackWithMetadata() {
        return this::nack;
    }
}
