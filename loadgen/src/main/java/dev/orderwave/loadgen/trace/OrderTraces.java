package dev.orderwave.loadgen.trace;

import dev.orderwave.tracing.SpanParent;
import dev.orderwave.tracing.TraceExport;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Gives orders a trace each, if there is a collector to tell: the order carries it in its properties, and whatever
/// handles it goes on with it.
public final class OrderTraces implements AutoCloseable {
    private static final String PROGRAM = "loadgen";

    private final Optional<TraceExport> export;
    private int made;
    private boolean collectorAnswers = true;

    private OrderTraces(Optional<TraceExport> export) {
        this.export = export;
    }

    /// No order is traced by us.
    public static OrderTraces none() {
        return new OrderTraces(Optional.empty());
    }

    /// @param collector takes OTLP over HTTP, for example `http://localhost:4318`
    /// @param share of the orders that are traced, 0 to 1
    public static OrderTraces to(URI collector, double share) {
        return new OrderTraces(Optional.of(TraceExport.beginning(collector, PROGRAM, share)));
    }

    /// The trace of an order begins with the making of its message, some time before it is due.
    ///
    /// @return the properties by which the message carries it
    public Map<String, String> begin(String messageId, String queue, Instant due) {
        return export.map(told -> begin(messageId, queue, due, told)).orElseGet(Map::of);
    }

    private synchronized Map<String, String> begin(String messageId, String queue, Instant due, TraceExport told) {
        var span = told.tracer()
                .spanBuilder("create " + queue)
                .setNoParent()
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.destination.name", queue)
                .setAttribute("messaging.message.id", messageId)
                .setAttribute("orderwave.due", due.toString())
                .startSpan();
        if (span.isRecording()) {
            span.end();
            makeRoom(told);
        }
        return SpanParent.write(span);
    }

    /// A data set is made into messages faster than a collector takes spans. One that does not answer is waited
    /// for once: orders must not come late for their traces.
    private void makeRoom(TraceExport told) {
        made++;
        if (collectorAnswers && made % (TraceExport.MOST_WAITING / 2) == 0) {
            collectorAnswers = told.flush();
        }
    }

    /// Tells what is left.
    @Override
    public void close() {
        export.ifPresent(TraceExport::close);
    }
}
