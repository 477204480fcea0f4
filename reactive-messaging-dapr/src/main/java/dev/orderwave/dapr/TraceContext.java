package dev.orderwave.dapr;

import java.util.Optional;

/// The W3C trace context of a message. The connector attaches it to what comes in and, where a message carries it,
/// hands it on to daprd with what goes out.
///
/// @param traceparent as the header carries it (https://www.w3.org/TR/trace-context/)
/// @param tracestate as the header carries it, if it does
public record TraceContext(String traceparent, Optional<String> tracestate) {
    static final String TRACEPARENT = "traceparent";
    static final String TRACESTATE = "tracestate";

    /// What all spans of the trace have in common; the whole of [#traceparent] if that is in no form we know.
    public String traceId() {
        var fields = traceparent.split("-", -1);
        return fields.length > 1 ? fields[1] : traceparent;
    }
}
