package dev.orderwave.dapr;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// How an application leaves while its queue is full, at the least cost in deliveries.
///
/// A daprd stops reading when its health probe fails. Until its last handler is done, and 400 ms on, it still receives
/// and gives back at once, and the queue's first message comes straight back to it: one message can lose all its
/// deliveries that way (`input.Stop` of Dapr 1.18 and the Service Bus binding). It leaves out those 400 ms if no event
/// is with the application when the probe fails.
///
/// So from now on events are held, unread, which keeps daprd's handlers busy and its reading still. When what was begun
/// is settled and daprd probes, the held events are given back, each one once, which the binding's rate limit follows
/// by a pause; in that pause the probe is answered with 503.
final class Farewell {
    private static final long ROUND_MILLIS = 30;
    /// Less than daprd waits for its probe's answer, which is 500 ms unless it is told otherwise.
    private static final int MOST_ROUNDS = 8;

    private static final long QUIET_MILLIS = 500;

    private final EventLoop loop;
    private final Collection<IncomingBinding> bindings;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    /// Only the server's event loop looks.
    private boolean waitedOnce;

    Farewell(EventLoop loop, Collection<IncomingBinding> bindings) {
        this.loop = loop;
        this.bindings = bindings;
    }

    void begin() {
        bindings.forEach(IncomingBinding::hold);
    }

    /// Waits until daprd has stopped reading, at most `patience`.
    void awaitGone(Duration patience) {
        try {
            gone.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            DaprBindingLog.LOG.stillReading(patience.toMillis());
        } catch (ExecutionException e) {
            throw new IllegalStateException("leaving daprd", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers daprd's probe. What was begun before gets the time until the next one.
    void answer(Consumer<Reply> probe) {
        if (!waitedOnce && bindings.stream().anyMatch(IncomingBinding::isBusy)) {
            waitedOnce = true;
            probe.accept(Reply.DONE);
        } else {
            giveBackAndAnswer(probe, MOST_ROUNDS);
        }
    }

    private void giveBackAndAnswer(Consumer<Reply> probe, int rounds) {
        bindings.forEach(IncomingBinding::giveBackHeld);
        loop.schedule(() -> answerUnlessHeld(probe, rounds), ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void answerUnlessHeld(Consumer<Reply> probe, int rounds) {
        if (holds() && rounds > 1) {
            giveBackAndAnswer(probe, rounds - 1);
        } else {
            probe.accept(Reply.REFUSED);
            loop.schedule(this::completeUnlessHeld, QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// What arrives all the same says that daprd reads on and wants to hear it once more.
    private void completeUnlessHeld() {
        if (!holds()) {
            gone.complete(null);
        }
    }

    private boolean holds() {
        return bindings.stream().anyMatch(IncomingBinding::holds);
    }
}
