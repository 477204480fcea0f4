package dev.orderwave.processor;

import dev.orderwave.dapr.IncomingBindingMetadata;
import dev.orderwave.dapr.OutgoingBindingMetadata;
import dev.orderwave.dapr.TraceContext;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.Verdict;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Hands each message to a module and carries out its verdict.
///
/// A message is acked after everything that its verdict names was accepted, and nacked if any of it was not, or if the
/// module failed; a nacked message goes back to its queue. So a message that was sent on may be sent on again, and none
/// can be lost. A rejection is an outcome like any other: it is written to the rejected outbox and the message acked.
public final class ModuleProcessor {
    private final Guest guest;
    private final Outputs outputs;
    private final Rejections rejections;
    private final Outcomes outcomes;
    private final Executor threads;

    ModuleProcessor(Guest guest, Outputs outputs, Rejections rejections, Outcomes outcomes, Executor threads) {
        this.guest = guest;
        this.outputs = outputs;
        this.rejections = rejections;
        this.outcomes = outcomes;
        this.threads = threads;
    }

    /// Takes every message that there is. How many are in hand at a time is bounded where they come in.
    public Flow.Subscriber<Message<byte[]>> messages() {
        return MultiUtils.via(
                messages -> messages.onItem().transformToUni(this::process).merge(Integer.MAX_VALUE));
    }

    private Uni<Void> process(Message<byte[]> message) {
        return Uni.createFrom()
                .item(() -> guest.handle(message.getPayload()))
                .runSubscriptionOn(threads)
                .onItem()
                .transformToUni(verdict -> carryOut(verdict, message))
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null ? ack(message) : nack(message, failure));
    }

    private Uni<Void> carryOut(Verdict verdict, Message<byte[]> message) {
        return switch (verdict) {
            case Verdict.Emit(var emissions) -> emit(emissions, message).invoke(outcomes::emitted);
            case Verdict.Reject(var reason) -> reject(reason, message).invoke(outcomes::rejected);
        };
    }

    private Uni<Void> emit(List<Emission> emissions, Message<byte[]> message) {
        if (emissions.size() == 1) {
            return emit(emissions.getFirst(), message);
        }
        var all = emissions.stream().map(emission -> emit(emission, message)).toList();
        return Uni.join().all(all).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> emit(Emission emission, Message<byte[]> message) {
        var metadata = OutgoingBindingMetadata.of(emission.metadata());
        return send(outputs.output(emission.to()), emission.dataOr(message.getPayload()), metadata, message);
    }

    private Uni<Void> reject(String reason, Message<byte[]> message) {
        var rejection = rejections.of(message, reason);
        return send(outputs.rejected(), rejection.document(), OutgoingBindingMetadata.of(rejection.metadata()), message)
                .invoke(() ->
                        ProcessorLog.LOG.rejected(id(message), guest.module().toString(), reason));
    }

    private static Uni<Void> send(
            MutinyEmitter<byte[]> output, byte[] payload, OutgoingBindingMetadata metadata, Message<byte[]> cause) {
        var message = Message.of(payload).addMetadata(metadata);
        return output.sendMessage(
                cause.getMetadata(TraceContext.class).map(message::addMetadata).orElse(message));
    }

    private static Uni<Void> ack(Message<byte[]> message) {
        return Uni.createFrom().completionStage(message.ack());
    }

    private Uni<Void> nack(Message<byte[]> message, Throwable failure) {
        if (failure instanceof GuestException fault) {
            outcomes.faulted(fault.fault());
            ProcessorLog.LOG.moduleFailed(id(message), String.valueOf(fault.getMessage()));
        } else {
            outcomes.notSent();
            ProcessorLog.LOG.notSent(id(message), String.valueOf(failure.getMessage()));
        }
        return Uni.createFrom().completionStage(message.nack(failure));
    }

    /// The id that logs follow an order by: the message's id, which is the order's.
    private static String id(Message<byte[]> message) {
        return message.getMetadata(IncomingBindingMetadata.class)
                .flatMap(IncomingBindingMetadata::messageId)
                .orElse("without id");
    }
}
