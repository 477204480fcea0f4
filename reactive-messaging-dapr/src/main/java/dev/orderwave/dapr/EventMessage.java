package dev.orderwave.dapr;

import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// An event that arrived whole. It settles itself: the functions that [Message#of] asks for would be made for each
/// event
/// and wrapped twice (ADR 0031).
final class EventMessage implements Message<byte[]> {
    private final byte[] payload;
    private final Metadata metadata;
    private final Settlement settlement;

    EventMessage(byte[] payload, Metadata metadata, Settlement settlement) {
        this.payload = payload;
        this.metadata = metadata;
        this.settlement = settlement;
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
        return settlement.settleFromAnywhere(Reply.DONE, "");
    }

    @Override
    public CompletionStage<Void> nack(Throwable reason, Metadata own) {
        return settlement.settleFromAnywhere(
                reason instanceof HopelessMessageException ? Reply.HOPELESS : Reply.FAILED,
                String.valueOf(reason.getMessage()));
    }

    @Override
    public Function<Metadata, CompletionStage<Void>> getAckWithMetadata() {
        return this::ack;
    }

    @Override
    public BiFunction<Throwable, Metadata, CompletionStage<Void>> getNackWithMetadata() {
        return this::nack;
    }

    /// The end of an event. Only the first counts.
    interface Settlement {
        CompletionStage<Void> settleFromAnywhere(Reply reply, String reason);
    }
}
