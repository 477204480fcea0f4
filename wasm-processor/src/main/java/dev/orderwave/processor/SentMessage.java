package dev.orderwave.processor;

import dev.orderwave.dapr.SettlingMessage;
import dev.orderwave.processor.trace.MessageTrace;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// A message to an output, which is told what became of it.
final class SentMessage extends SettlingMessage<byte[]> {
    private static final CompletionStage<Void> TOLD = CompletableFuture.completedFuture(null);

    private final MessageTrace.Call call;
    private final CompletableFuture<Void> accepted = new CompletableFuture<>();

    SentMessage(byte[] payload, Metadata metadata, MessageTrace.Call call) {
        super(payload, metadata);
        this.call = call;
    }

    /// Completes when the output accepted it, and fails when it did not.
    CompletableFuture<Void> accepted() {
        return accepted;
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
}
