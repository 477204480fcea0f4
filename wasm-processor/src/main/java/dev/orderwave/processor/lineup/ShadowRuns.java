package dev.orderwave.processor.lineup;

import dev.orderwave.processor.log.OrderContext;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Gives messages to a shadow and counts what comes of it, as `orderwave.shadow` by module and outcome: `same`,
/// `different`, `failed`, or `skipped`.
///
/// A shadow is never in the way: it has one thread, and messages that this cannot keep up with are skipped.
public final class ShadowRuns implements AutoCloseable {
    private static final int WAITING = 256;

    private final MeterRegistry metrics;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("shadow").daemon().factory());

    public ShadowRuns(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /// Compares what the shadow says about the message with the verdict that is carried out.
    public void compare(Guest shadow, String messageId, byte[] message, Verdict verdict) {
        try {
            thread.execute(() -> count(shadow, outcome(shadow, messageId, message, verdict)));
        } catch (RejectedExecutionException e) {
            count(shadow, "skipped");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static String outcome(Guest shadow, String messageId, byte[] message, Verdict verdict) {
        try {
            if (VerdictComparison.isSame(verdict, shadow.handle(message))) {
                return "same";
            }
            OrderContext.log(
                    messageId,
                    Optional.empty(),
                    () -> LineupLog.LOG.differs(messageId, shadow.module().toString()));
            return "different";
        } catch (GuestException e) {
            OrderContext.log(
                    messageId,
                    Optional.empty(),
                    () -> LineupLog.LOG.shadowFailed(messageId, String.valueOf(e.getMessage())));
            return "failed";
        }
    }

    private void count(Guest shadow, String outcome) {
        var module = shadow.module();
        metrics.counter("orderwave.shadow", "module", module.name(), "digest", module.sha256(), "outcome", outcome)
                .increment();
    }
}
