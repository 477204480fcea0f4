package dev.orderwave.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A span as it goes from program to program: W3C trace context (https://www.w3.org/TR/trace-context/).
public final class SpanParent {
    private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private SpanParent() {}

    /// The span that these properties name, if they name one that is to be told.
    public static Optional<Context> read(Map<String, String> properties) {
        var context = FORMAT.extract(Context.root(), properties, GETTER);
        SpanContext parent = Span.fromContext(context).getSpanContext();
        return parent.isSampled() ? Optional.of(context) : Optional.empty();
    }

    /// The properties that name this span: `traceparent`, and `tracestate` if there is any.
    public static Map<String, String> write(Span span) {
        var properties = new HashMap<String, String>();
        FORMAT.inject(Context.root().with(span), properties, (carrier, key, value) -> {
            if (carrier != null) {
                carrier.put(key, value);
            }
        });
        return properties;
    }
}
