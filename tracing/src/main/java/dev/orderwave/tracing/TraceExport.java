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

    /// Short, because a service that is stopped has to be gone before its grace period is over.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Duration patience;

    /// @param patience how long the collector may take to answer, and who closes this has to wait
    TraceExport(URI collector, String program, Sampler sampler, Duration patience) {
        this.patience = patience;
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString().replaceAll("/+$", "") + "/v1/traces")
                .setTimeout(patience)
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
        return new TraceExport(collector, program, Sampler.parentBased(Sampler.alwaysOff()), PATIENCE);
    }

    /// For a program where traces begin.
    ///
    /// @param share of the traces that are told, 0 to 1
    public static TraceExport beginning(URI collector, String program, double share) {
        return new TraceExport(collector, program, Sampler.parentBased(Sampler.traceIdRatioBased(share)), PATIENCE);
    }

    /// What spans are made with.
    public Tracer tracer() {
        return tracer;
    }

    /// Waits until what was made up to now is told, or was refused.
    ///
    /// @return whether the collector answered in time
    public boolean flush() {
        return provider.forceFlush()
                .join(patience.toMillis(), TimeUnit.MILLISECONDS)
                .isDone();
    }

    /// Tells what is left.
    @Override
    public void close() {
        provider.shutdown().join(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
