package dev.orderwave.dapr;

import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// An event that arrived whole.
final class EventMessage extends SettlingMessage<byte[]> {
    private final Settlement settlement;

    EventMessage(byte[] payload, Metadata metadata, Settlement settlement) {
        super(payload, metadata);
        this.settlement = settlement;
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

    /// The end of an event. Only the first counts.
    interface Settlement {
        CompletionStage<Void> settleFromAnywhere(Reply reply, String reason);
    }
}
