package dev.orderwave.processor.log;

import dev.orderwave.dapr.TraceContext;
import java.util.Optional;
import org.jboss.logging.MDC;

/// What a machine that reads logs follows an order by: the keys `orderId` and, if the order is traced, `traceId`.
public final class OrderContext {
    private static final String ORDER_ID = "orderId";
    private static final String TRACE_ID = "traceId";

    private OrderContext() {}

    /// Writes a line about an order.
    public static void log(String orderId, Optional<TraceContext> trace, Runnable line) {
        MDC.put(ORDER_ID, orderId);
        trace.ifPresent(context -> MDC.put(TRACE_ID, context.traceId()));
        try {
            line.run();
        } finally {
            MDC.remove(ORDER_ID);
            MDC.remove(TRACE_ID);
        }
    }
}
