package dev.orderwave.processor;

import dev.orderwave.dapr.HopelessMessageException;
import dev.orderwave.dapr.IncomingBindingMetadata;
import dev.orderwave.dapr.OutgoingBindingMetadata;
import dev.orderwave.dapr.TraceContext;
import dev.orderwave.processor.lineup.Choice;
import dev.orderwave.processor.lineup.Incoming;
import dev.orderwave.processor.lineup.Lineup;
import dev.orderwave.processor.lineup.ShadowRuns;
import dev.orderwave.processor.log.OrderContext;
import dev.orderwave.processor.trace.MessageTrace;
import dev.orderwave.processor.trace.MessageTraces;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/// Hands each message to the module that is chosen for it and carries out its verdict.
///
/// A message is acked after everything that its verdict names was accepted, and nacked if any of it was not, or if the
/// module failed; a nacked message goes back to its queue. So a message that was sent on may be sent on again, and none
/// can be lost. A rejection is an outcome like any other: it is written to the rejected outbox and the message acked.
///
/// The wildcards are for SmallRye: to a type that it is told it converts each payload, and puts each message through a
/// `Uni` of its own for that, though a payload is bytes already (ADR 0031).
public final class ModuleProcessor implements Flow.Subscriber<Message<? extends byte[]>> {
    /// Under this name an emission says which module made it: a blob's metadata, a message's property.
    private static final String MADE_BY = "module";

    /// What traces call the output for rejections, which no module can name.
    private static final String REJECTED = "rejected";

    private final Lineup lineup;
    private final Outputs outputs;
    private final Records records;
    private final ShadowRuns shadows;
    private final MessageTraces traces;
    private final Executor loading;
    private final Executor running;
    private final Failures failures = new Failures();

    /// @param loading runs what has to load a module first
    /// @param running runs what can run at once
    ModuleProcessor(
            Lineup lineup,
            Outputs outputs,
            Records records,
            ShadowRuns shadows,
            MessageTraces traces,
            Executor loading,
            Executor running) {
        this.lineup = lineup;
        this.outputs = outputs;
        this.records = records;
        this.shadows = shadows;
        this.traces = traces;
        this.loading = loading;
        this.running = running;
    }

    /// Takes every message that there is: how many are in hand at a time is bounded where they come in.
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Message<? extends byte[]> message) {
        try {
            // No switch, here and below: for one over types the JVM makes code anew in each process.
            var choice = lineup.choose(incoming(message));
            if (choice instanceof Choice.Ready(var guest)) {
                running.execute(new Handling(message, guest));
            } else {
                var guest = ((Choice.ToLoad) choice).guest();
                loading.execute(() -> loadAndProcess(message, guest));
            }
        } catch (RuntimeException | Error failure) {
            broken(message, failure);
        }
    }

    /// What is thrown anywhere here would end the stream for all messages, so it nacks its own. That includes an
    /// [Error]: a stack overflow, a class that does not link. When memory is out, the JVM ends by its own flag.
    private static void broken(Message<?> message, Throwable failure) {
        message.nack(failure);
        log(message, id -> ProcessorLog.LOG.broken(id, failure));
    }

    @Override
    public void onError(Throwable failure) {
        ProcessorLog.LOG.channelFailed(failure);
    }

    @Override
    public void onComplete() {
        // The application is stopping; messages in hand still settle.
    }

    private void loadAndProcess(Message<? extends byte[]> message, Supplier<Guest> module) {
        try {
            load(message, module).ifPresent(guest -> handle(message, guest));
        } catch (RuntimeException | Error failure) {
            broken(message, failure);
        }
    }

    /// Empty if it cannot be had; then the message went back.
    private Optional<Guest> load(Message<?> message, Supplier<Guest> module) {
        try {
            return Optional.of(module.get());
        } catch (RuntimeException | LinkageError failure) {
            records.notLoaded();
            log(message, id -> ProcessorLog.LOG.moduleNotLoaded(id, String.valueOf(failure.getMessage())));
            message.nack(failure);
            return Optional.empty();
        }
    }

    private void handle(Message<? extends byte[]> message, Guest guest) {
        var record = records.of(guest.module());
        if (failures.count(guest.module(), message.getPayload()) >= Failures.MOST) {
            giveUp(message, record);
            return;
        }
        var trace = traces.begin(message);
        decide(message, guest, record, trace).whenComplete(new Ending(message, record, trace));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }

    private CompletionStage<Void> decide(
            Message<? extends byte[]> message, Guest guest, Records.Record record, MessageTrace trace) {
        try {
            var verdict = trace.handle(guest, message);
            var shadow = lineup.shadow();
            if (shadow.isPresent()) {
                shadows.compare(shadow.get(), id(message), message.getPayload(), verdict);
            }
            return carryOut(verdict, message, record, trace);
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedStage(failure);
        }
    }

    private CompletionStage<Void> carryOut(
            Verdict verdict, Message<? extends byte[]> message, Records.Record record, MessageTrace trace) {
        var outcomes = record.outcomes();
        return verdict instanceof Verdict.Emit(var emissions)
                ? emit(emissions, message, record, trace).thenRun(outcomes.emitted())
                : reject(((Verdict.Reject) verdict).reason(), message, record, trace)
                        .thenRun(outcomes::rejected);
    }

    private CompletionStage<Void> emit(
            List<Emission> emissions, Message<? extends byte[]> message, Records.Record record, MessageTrace trace) {
        if (emissions.size() == 1) {
            return emit(emissions.getFirst(), message, record, trace);
        }
        return CompletableFuture.allOf(emissions.stream()
                .map(emission -> emit(emission, message, record, trace))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> emit(
            Emission emission, Message<? extends byte[]> message, Records.Record record, MessageTrace trace) {
        var output = outputs.output(emission.to());
        var metadata = new HashMap<>(output.metadata(emission.metadata(), message.getPayload()));
        metadata.put(MADE_BY, record.name());
        return send(
                output.emitter(),
                emission.dataOr(message.getPayload()),
                OutgoingBindingMetadata.of(metadata),
                message,
                trace.call(emission.to()));
    }

    private CompletionStage<Void> reject(
            String reason, Message<? extends byte[]> message, Records.Record record, MessageTrace trace) {
        var rejection = record.rejections().of(message, reason);
        var metadata = OutgoingBindingMetadata.of(rejection.metadata());
        return send(outputs.rejected(), rejection.document(), metadata, message, trace.call(REJECTED))
                .thenRun(() -> log(message, id -> ProcessorLog.LOG.rejected(id, record.name(), reason)));
    }

    /// Completes when the output accepted it, and fails when it did not.
    private static CompletableFuture<Void> send(
            Emitter<byte[]> output,
            byte[] payload,
            OutgoingBindingMetadata metadata,
            Message<?> cause,
            MessageTrace.Call call) {
        var trace = call.context(cause);
        var sent = new SentMessage(
                payload, trace.isPresent() ? Metadata.of(metadata, trace.get()) : Metadata.of(metadata), call);
        output.send(sent);
        return sent.accepted();
    }

    private static void giveUp(Message<?> message, Records.Record record) {
        record.outcomes().hopeless();
        log(message, id -> ProcessorLog.LOG.hopeless(id, record.name(), Failures.MOST));
        message.nack(new HopelessMessageException(
                "module %s has failed on this message %d times".formatted(record.name(), Failures.MOST)));
    }

    /// Whatever becomes of counts and log lines, the message goes back.
    private void giveBack(Message<? extends byte[]> message, Throwable cause, Records.Record record) {
        try {
            tell(message, cause, record);
        } finally {
            message.nack(cause);
        }
    }

    private void tell(Message<? extends byte[]> message, Throwable cause, Records.Record record) {
        var outcomes = record.outcomes();
        switch (cause) {
            case GuestException fault -> {
                failures.add(record.module(), message.getPayload());
                outcomes.faulted(fault.fault());
                log(message, id -> ProcessorLog.LOG.moduleFailed(id, String.valueOf(fault.getMessage())));
            }
            case Error broken -> {
                outcomes.broken();
                log(message, id -> ProcessorLog.LOG.broken(id, broken));
            }
            default -> {
                outcomes.notSent();
                log(message, id -> ProcessorLog.LOG.notSent(id, String.valueOf(cause.getMessage())));
            }
        }
    }

    private static void log(Message<?> message, Consumer<String> line) {
        var id = id(message);
        OrderContext.log(id, message.getMetadata(TraceContext.class), () -> line.accept(id));
    }

    private static Incoming incoming(Message<?> message) {
        return new BoundMessage(id(message), message.getMetadata(IncomingBindingMetadata.class));
    }

    /// The id that logs follow an order by: the message's id, which is the order's.
    private static String id(Message<?> message) {
        return message.getMetadata(IncomingBindingMetadata.class)
                .flatMap(IncomingBindingMetadata::messageId)
                .orElse("without id");
    }

    /// What a lineup looks at in a message that a binding delivered.
    private record BoundMessage(String id, Optional<IncomingBindingMetadata> binding) implements Incoming {
        @Override
        public Optional<String> attribute(String name) {
            return binding.flatMap(found -> found.property(name));
        }
    }

    /// Runs a message's module. Neither this nor [Ending] is a lambda, which would be dearer (ADR 0031).
    private final class Handling implements Runnable {
        private final Message<? extends byte[]> message;
        private final Guest guest;

        Handling(Message<? extends byte[]> message, Guest guest) {
            this.message = message;
            this.guest = guest;
        }

        @Override
        public void run() {
            try {
                handle(message, guest);
            } catch (RuntimeException | Error failure) {
                broken(message, failure);
            }
        }
    }

    /// Settles a message. Whatever becomes of its trace, the message is settled first.
    private final class Ending implements BiConsumer<Void, @Nullable Throwable> {
        private final Message<? extends byte[]> message;
        private final Records.Record record;
        private final MessageTrace trace;

        Ending(Message<? extends byte[]> message, Records.Record record, MessageTrace trace) {
            this.message = message;
            this.record = record;
            this.trace = trace;
        }

        @Override
        public void accept(Void done, @Nullable Throwable failure) {
            if (failure == null) {
                message.ack();
                trace.handled();
            } else {
                var cause = cause(failure);
                giveBack(message, cause, record);
                trace.failed(cause);
            }
        }
    }
}
