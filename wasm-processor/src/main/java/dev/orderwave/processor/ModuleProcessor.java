package dev.orderwave.processor;

import dev.orderwave.dapr.IncomingBindingMetadata;
import dev.orderwave.dapr.OutgoingBindingMetadata;
import dev.orderwave.dapr.TraceContext;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// Hands each message to a module and carries out its verdict.
///
/// A message is acked after everything that its verdict names was accepted, and nacked if any of it was not, or if the
/// module failed; a nacked message goes back to its queue. So a message that was sent on may be sent on again, and none
/// can be lost. A rejection is an outcome like any other: it is written to the rejected outbox and the message acked.
public final class ModuleProcessor implements Flow.Subscriber<Message<byte[]>> {
    private static final CompletionStage<Void> TOLD = CompletableFuture.completedFuture(null);

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

    /// Takes every message that there is: how many are in hand at a time is bounded where they come in.
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Message<byte[]> message) {
        threads.execute(() -> process(message));
    }

    @Override
    public void onError(Throwable failure) {
        ProcessorLog.LOG.channelFailed(guest.module().toString(), failure);
    }

    @Override
    public void onComplete() {
        // The application is stopping; messages in hand still settle.
    }

    private void process(Message<byte[]> message) {
        decide(message).whenComplete((done, failure) -> {
            if (failure == null) {
                message.ack();
            } else {
                giveBack(message, failure);
            }
        });
    }

    private CompletionStage<Void> decide(Message<byte[]> message) {
        try {
            return carryOut(guest.handle(message.getPayload()), message);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private CompletionStage<Void> carryOut(Verdict verdict, Message<byte[]> message) {
        return switch (verdict) {
            case Verdict.Emit(var emissions) -> emit(emissions, message).thenRun(outcomes::emitted);
            case Verdict.Reject(var reason) -> reject(reason, message).thenRun(outcomes::rejected);
        };
    }

    private CompletionStage<Void> emit(List<Emission> emissions, Message<byte[]> message) {
        if (emissions.size() == 1) {
            return emit(emissions.getFirst(), message);
        }
        return CompletableFuture.allOf(
                emissions.stream().map(emission -> emit(emission, message)).toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> emit(Emission emission, Message<byte[]> message) {
        var metadata = OutgoingBindingMetadata.of(emission.metadata());
        return send(outputs.output(emission.to()), emission.dataOr(message.getPayload()), metadata, message);
    }

    private CompletionStage<Void> reject(String reason, Message<byte[]> message) {
        var rejection = rejections.of(message, reason);
        var metadata = OutgoingBindingMetadata.of(rejection.metadata());
        return send(outputs.rejected(), rejection.document(), metadata, message)
                .thenRun(() ->
                        ProcessorLog.LOG.rejected(id(message), guest.module().toString(), reason));
    }

    /// Completes when the output accepted it, and fails when it did not.
    private static CompletableFuture<Void> send(
            Emitter<byte[]> output, byte[] payload, OutgoingBindingMetadata metadata, Message<byte[]> cause) {
        var accepted = new CompletableFuture<Void>();
        output.send(Message.of(
                payload,
                cause.getMetadata(TraceContext.class)
                        .map(trace -> Metadata.of(metadata, trace))
                        .orElseGet(() -> Metadata.of(metadata)),
                () -> {
                    accepted.complete(null);
                    return TOLD;
                },
                reason -> {
                    accepted.completeExceptionally(reason);
                    return TOLD;
                }));
        return accepted;
    }

    private void giveBack(Message<byte[]> message, Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof GuestException fault) {
            outcomes.faulted(fault.fault());
            ProcessorLog.LOG.moduleFailed(id(message), String.valueOf(fault.getMessage()));
        } else {
            outcomes.notSent();
            ProcessorLog.LOG.notSent(id(message), String.valueOf(cause.getMessage()));
        }
        message.nack(cause);
    }

    /// The id that logs follow an order by: the message's id, which is the order's.
    private static String id(Message<byte[]> message) {
        return message.getMetadata(IncomingBindingMetadata.class)
                .flatMap(IncomingBindingMetadata::messageId)
                .orElse("without id");
    }
}
