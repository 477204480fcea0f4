package dev.orderwave.dapr;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Holds back answers for a pause each, or until it is released.
///
/// The answer to an event that failed needs that, so that what fails again and again is delivered about once per
/// pause. A queue gives an abandoned message back at once, and daprd has no back-off. Its rate limit of failures
/// (`maxRetriableErrorsPerSec`) holds until it has been idle for a second and lets everything through from then on
/// (go.uber.org/ratelimit 0.3.0, as in Dapr 1.18.2): without a brake here a message uses up a hundred deliveries in
/// milliseconds. Belongs to the server's event loop.
final class Brake {
    private final EventLoop loop;
    private final Duration pause;
    private final Map<Runnable, Future<?>> waiting = new LinkedHashMap<>();
    private boolean released;

    Brake(EventLoop loop, Duration pause) {
        this.loop = loop;
        this.pause = pause;
    }

    void apply(Runnable answer) {
        if (released || pause.isZero()) {
            answer.run();
        } else {
            waiting.put(answer, loop.schedule(() -> end(answer), pause.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /// Gives all answers now, and later ones at once: who stops reading waits for them.
    void release() {
        released = true;
        List.copyOf(waiting.keySet()).forEach(this::end);
    }

    private void end(Runnable answer) {
        var timer = waiting.remove(answer);
        if (timer != null) {
            timer.cancel(false);
            answer.run();
        }
    }
}
