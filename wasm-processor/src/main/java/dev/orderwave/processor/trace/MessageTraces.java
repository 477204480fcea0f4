package dev.orderwave.processor.trace;

import dev.orderwave.dapr.TraceContext;
import dev.orderwave.tracing.SpanParent;
import dev.orderwave.tracing.TraceExport;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Goes on with the traces that messages bring along, if there is a collector to tell.
///
/// Without one nothing of OpenTelemetry's SDK is even loaded. Whether an order is traced was decided where its trace
/// began, by loadgen or by daprd; a message that brings no trace begins none here.
@Singleton
public final class MessageTraces {
    private final Optional<TraceExport> export;

    /// @param collector the variable that every OpenTelemetry program knows
    @Inject
    MessageTraces(
            @ConfigProperty(name = "otel.exporter.otlp.endpoint") Optional<URI> collector,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.export = collector.map(address -> TraceExport.following(address, application));
    }

    /// Tells nobody anything.
    public static MessageTraces none() {
        return new MessageTraces(Optional.empty(), "");
    }

    /// The service took a message in hand.
    public MessageTrace begin(Message<?> message) {
        if (export.isEmpty()) {
            return MessageTrace.UNTRACED;
        }
        return message.getMetadata(TraceContext.class)
                .flatMap(context -> SpanParent.read(properties(context)))
                .<MessageTrace>map(parent -> Traced.begin(export.get().tracer(), parent, message))
                .orElse(MessageTrace.UNTRACED);
    }

    private static Map<String, String> properties(TraceContext context) {
        return context.tracestate()
                .map(state -> Map.of("traceparent", context.traceparent(), "tracestate", state))
                .orElseGet(() -> Map.of("traceparent", context.traceparent()));
    }

    @PreDestroy
    void close() {
        export.ifPresent(TraceExport::close);
    }
}
