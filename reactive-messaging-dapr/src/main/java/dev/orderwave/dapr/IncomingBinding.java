package dev.orderwave.dapr;

import io.netty.buffer.ByteBuf;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final CompletionStage<Void> SETTLED = CompletableFuture.completedStage(null);

    private final IncomingBindingConfig config;
    private final Replier replier;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile Optional<MultiEmitter<? super Message<byte[]>>> subscriber = Optional.empty();
    private volatile Door door = Door.OPEN;
    /// Only the server's event loop touches them.
    private final List<Request> held = new ArrayList<>();
    /// Only the server's event loop counts; others read.
    private volatile int inFlight;

    private int inFlightBytes;
    private volatile long received;

    IncomingBinding(IncomingBindingConfig config, Replier replier) {
        this.config = config;
        this.replier = replier;
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
        var now = List.copyOf(held);
        held.clear(); // an answer may let in the next event at once
        now.forEach(request -> replier.reply(request, reply, "Binding %s is shutting down".formatted(name())));
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
    void receive(Request request) {
        var emitter = subscriber;
        if (door == Door.HOLDING && held.size() < config.maxInFlight()) {
            held.add(request);
            return;
        }
        if (door != Door.OPEN || emitter.isEmpty()) {
            replier.reply(request, Reply.REFUSED, "Binding %s takes no messages now".formatted(name()));
            return;
        }
        long announced = request.announcedBytes();
        if (announced > config.maxBodyBytes()) {
            replier.reply(request, Reply.TOO_LARGE, tooLarge(announced));
            return;
        }
        if (inFlight >= config.maxInFlight() || inFlightBytes + announced > config.maxInFlightBytes()) {
            replier.reply(request, Reply.REFUSED, full());
            return;
        }
        received++;
        inFlight++;
        request.read(new Arrival(request, emitter.get()));
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

    /// Writes the answers to events. Called once an event, on the server's event loop.
    interface Replier {
        void reply(Request event, Reply reply, String reason);
    }

    /// One event from its first byte until its answer.
    private final class Arrival implements Body, EventMessage.Settlement {
        private final Request request;
        private final MultiEmitter<? super Message<byte[]>> emitter;
        private byte[] body = {};
        private int size;
        private boolean settled;

        Arrival(Request request, MultiEmitter<? super Message<byte[]>> emitter) {
            this.request = request;
            this.emitter = emitter;
        }

        @Override
        public void append(ByteBuf part) {
            if (settled) {
                return;
            }
            int more = part.readableBytes();
            inFlightBytes += more;
            size += more;
            if (size > config.maxBodyBytes()) {
                settle(Reply.TOO_LARGE, tooLarge(size));
            } else if (inFlightBytes > config.maxInFlightBytes()) {
                settle(Reply.REFUSED, full());
            } else {
                makeRoom();
                part.readBytes(body, size - more, more);
            }
        }

        /// What is announced is not believed before half of it is there. Most events come in one part.
        private void makeRoom() {
            if (size > body.length) {
                long announced = request.announcedBytes();
                long most = announced > 0 ? announced : config.maxBodyBytes();
                body = Arrays.copyOf(body, Math.toIntExact(Math.min(2L * size, most)));
            }
        }

        @Override
        public void end() {
            if (settled) {
                return;
            }
            emitter.emit(new EventMessage(payload(), metadata(), this));
        }

        private byte[] payload() {
            return size == body.length ? body : Arrays.copyOf(body, size);
        }

        /// Of no consequence after its end: then the message is in, and its settlement frees the room.
        @Override
        public void breakOff() {
            settle(Reply.FAILED, "The event did not arrive whole");
        }

        private Metadata metadata() {
            var binding = IncomingBindingMetadata.of(name(), request.headers());
            var trace = binding.traceContext();
            return trace.isPresent() ? Metadata.of(binding, trace.get()) : Metadata.of(binding);
        }

        @Override
        public CompletionStage<Void> settleFromAnywhere(Reply reply, String reason) {
            if (request.loop().inEventLoop()) {
                settle(reply, reason);
                return SETTLED;
            }
            return CompletableFuture.runAsync(() -> settle(reply, reason), request.loop());
        }

        private void settle(Reply reply, String reason) {
            if (settled) {
                return;
            }
            settled = true;
            inFlight--;
            inFlightBytes -= size;
            replier.reply(request, reply, reason);
            if (door == Door.SHUT && inFlight == 0) {
                idle.complete(null);
            }
        }
    }
}
