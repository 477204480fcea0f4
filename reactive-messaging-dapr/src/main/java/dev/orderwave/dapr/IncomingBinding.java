package dev.orderwave.dapr;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/// One input binding as a stream of messages. What was taken in and is not settled yet is bounded by count and by
/// bytes; beyond that a message is refused and so stays on its queue, where there is room for it.
final class IncomingBinding {
    private final IncomingBindingConfig config;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile Optional<MultiEmitter<? super Message<byte[]>>> subscriber = Optional.empty();
    private volatile Door door = Door.OPEN;
    /// Only the server's event loop touches them.
    private final List<Replier> held = new ArrayList<>();
    /// Only the server's event loop counts; others read.
    private volatile int inFlight;

    private int inFlightBytes;
    private volatile long received;

    IncomingBinding(IncomingBindingConfig config) {
        this.config = config;
    }

    String name() {
        return config.binding();
    }

    /// The messages, for one subscriber. They may be buffered without a bound here because [#receive] holds the bound.
    Multi<Message<byte[]>> messages() {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            subscriber = Optional.of(emitter);
                            connected.complete(null);
                            emitter.onTermination(() -> subscriber = Optional.empty());
                        },
                        BackPressureStrategy.BUFFER);
    }

    /// Completes when something consumes this channel for the first time.
    CompletableFuture<Void> connected() {
        return connected;
    }

    Traffic traffic() {
        return new Traffic(received, inFlight);
    }

    Health health() {
        if (door != Door.OPEN) {
            return new Health.Down("shutting down");
        }
        return subscriber.isPresent() ? new Health.Up() : new Health.Down("nothing consumes this channel");
    }

    /// From now on events are neither taken in nor refused; [#giveBackHeld] answers them.
    void hold() {
        door = Door.HOLDING;
    }

    boolean holds() {
        return !held.isEmpty();
    }

    boolean isBusy() {
        return inFlight > 0;
    }

    /// Each goes back to its queue at once, where another delivery finds another replica.
    void giveBackHeld() {
        answerHeld(Reply.FAILED);
    }

    void refuseFromNowOn() {
        door = Door.SHUT;
        answerHeld(Reply.REFUSED);
        if (inFlight == 0) {
            idle.complete(null);
        }
    }

    private void answerHeld(Reply reply) {
        held.forEach(replier -> replier.reply(reply, "Binding %s is shutting down".formatted(name())));
        held.clear();
    }

    /// Waits until every message was settled, at most `patience`; what is not settled then is delivered again later.
    void awaitIdle(Duration patience) {
        try {
            idle.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            DaprBindingLog.LOG.notDrained(name(), inFlight, patience.toMillis());
        } catch (ExecutionException e) {
            throw new IllegalStateException("draining " + name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes the event in, or refuses it before its body is read.
    void receive(HttpServerRequest request, Replier replier) {
        var emitter = subscriber;
        if (door == Door.HOLDING && held.size() < config.maxInFlight()) {
            held.add(replier);
            return;
        }
        if (door != Door.OPEN || emitter.isEmpty()) {
            replier.reply(Reply.REFUSED, "Binding %s takes no messages now".formatted(name()));
            return;
        }
        var announced = Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                .map(Long::parseLong);
        if (announced.orElse(0L) > config.maxBodyBytes()) {
            replier.reply(Reply.TOO_LARGE, tooLarge(announced.orElseThrow()));
            return;
        }
        if (inFlight >= config.maxInFlight() || inFlightBytes + announced.orElse(0L) > config.maxInFlightBytes()) {
            replier.reply(Reply.REFUSED, full());
            return;
        }
        new Arrival(request, replier, emitter.get()).read();
    }

    private String full() {
        return "Binding %s has %d messages with %d bytes in flight".formatted(name(), inFlight, inFlightBytes);
    }

    private String tooLarge(long bytes) {
        return "A message of binding %s may have %d bytes, this one has at least %d"
                .formatted(name(), config.maxBodyBytes(), bytes);
    }

    /// What becomes of an event that arrives.
    private enum Door {
        OPEN,
        HOLDING,
        SHUT
    }

    /// Writes the answer to one event. Called once an event, on the server's event loop.
    interface Replier {
        void reply(Reply reply, String reason);
    }

    /// One event from its first byte until its answer.
    private final class Arrival {
        private final HttpServerRequest request;
        private final Replier replier;
        private final MultiEmitter<? super Message<byte[]>> emitter;
        private final Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        private final Buffer body = Buffer.buffer();
        private boolean settled;

        Arrival(HttpServerRequest request, Replier replier, MultiEmitter<? super Message<byte[]>> emitter) {
            this.request = request;
            this.replier = replier;
            this.emitter = emitter;
        }

        void read() {
            received++;
            inFlight++;
            request.exceptionHandler(gone -> settle(Reply.FAILED, "The event did not arrive whole"));
            request.handler(this::append);
            request.endHandler(end -> emit());
        }

        private void append(Buffer chunk) {
            if (settled) {
                return;
            }
            inFlightBytes += chunk.length();
            body.appendBuffer(chunk);
            if (body.length() > config.maxBodyBytes()) {
                settle(Reply.TOO_LARGE, tooLarge(body.length()));
            } else if (inFlightBytes > config.maxInFlightBytes()) {
                settle(Reply.REFUSED, full());
            }
        }

        private void emit() {
            if (settled) {
                return;
            }
            // From here on a lost connection changes nothing: the message is in, and its settlement frees the room.
            request.exceptionHandler(gone -> {});
            emitter.emit(Message.of(body.getBytes(), metadata(), this::ack, this::nack));
        }

        private Metadata metadata() {
            var binding = IncomingBindingMetadata.of(name(), request.headers());
            return binding.traceContext()
                    .map(trace -> Metadata.of(binding, trace))
                    .orElseGet(() -> Metadata.of(binding));
        }

        private CompletionStage<Void> ack() {
            return settleFromAnywhere(Reply.DONE, "");
        }

        private CompletionStage<Void> nack(Throwable reason) {
            return settleFromAnywhere(
                    reason instanceof HopelessMessageException ? Reply.HOPELESS : Reply.FAILED,
                    String.valueOf(reason.getMessage()));
        }

        private CompletionStage<Void> settleFromAnywhere(Reply reply, String reason) {
            var done = new CompletableFuture<Void>();
            context.runOnContext(loop -> {
                settle(reply, reason);
                done.complete(null);
            });
            return done;
        }

        private void settle(Reply reply, String reason) {
            if (settled) {
                return;
            }
            settled = true;
            inFlight--;
            inFlightBytes -= body.length();
            replier.reply(reply, reason);
            if (door == Door.SHUT && inFlight == 0) {
                idle.complete(null);
            }
        }
    }
}
