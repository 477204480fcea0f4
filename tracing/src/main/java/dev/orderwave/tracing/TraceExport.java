package dev.orderwave.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Spans of one program, sent to a collector in the background by OTLP over HTTP.
///
/// No work waits for its trace: what the collector does not take, or cannot take as fast as it is told, is lost.
public final class TraceExport implements AutoCloseable {
    /// Spans that may wait for the collector at once; a program that makes more at a stroke calls [#flush] in between.
    public static final int MOST_WAITING = 8_192;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    private TraceExport(URI collector, String program, Sampler sampler) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString().replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(PATIENCE)
                .setRetryPolicy(null)
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), program))))
                .setSampler(sampler)
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(MOST_WAITING)
                        .build())
                .build();
        this.tracer = provider.get("dev.orderwave");
    }

    /// For a program that goes on with traces that others began, and begins none.
    ///
    /// @param collector for example `http://localhost:4318`
    /// @param program as traces name it
    public static TraceExport following(URI collector, String program) {
        return new TraceExport(collector, program, Sampler.parentBased(Sampler.alwaysOff()));
    }

    /// For a program where traces begin.
    ///
    /// @param share of the traces that are told, 0 to 1
    public static TraceExport beginning(URI collector, String program, double share) {
        return new TraceExport(collector, program, Sampler.parentBased(Sampler.traceIdRatioBased(share)));
    }

    /// What spans are made with.
    public Tracer tracer() {
        return tracer;
    }

    /// Waits until what was made up to now is told, or was refused.
    public void flush() {
        provider.forceFlush().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Tells what is left.
    @Override
    public void close() {
        provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
