package dev.orderwave.dapr;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds back answers for a pause each, or until it is released.
///
/// The answer to an event that failed needs that, so that what fails again and again is delivered about once per
/// pause. A queue gives an abandoned message back at once, and daprd has no back-off. Its rate limit of failures
/// (`maxRetriableErrorsPerSec`) holds until it has been idle for a second and lets everything through from then on
/// (go.uber.org/ratelimit 0.3.0, as in Dapr 1.18.2): without a brake here a message uses up a hundred deliveries in
/// milliseconds. Belongs to the server's event loop.
final class Brake {
    private final Vertx vertx;
    private final Duration pause;
    private final Map<Long, Runnable> waiting = new LinkedHashMap<>();
    private boolean released;

    Brake(Vertx vertx, Duration pause) {
        this.vertx = vertx;
        this.pause = pause;
    }

    void apply(Runnable answer) {
        if (released || pause.isZero()) {
            answer.run();
        } else {
            waiting.put(vertx.setTimer(pause.toMillis(), this::end), answer);
        }
    }

    /// Gives all answers now, and later ones at once: who stops reading waits for them.
    void release() {
        released = true;
        List.copyOf(waiting.keySet()).forEach(timer -> {
            vertx.cancelTimer(timer);
            end(timer);
        });
    }

    private void end(long timer) {
        var answer = waiting.remove(timer);
        if (answer != null) {
            answer.run();
        }
    }
}
