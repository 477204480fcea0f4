package dev.orderwave.tracing;

import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceExportTest {
    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String NOT_SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private final WireMockServer collector = new WireMockServer(options().dynamicPort());

    @BeforeEach
    void start() {
        collector.start();
        collector.stubFor(post(urlEqualTo("/v1/traces")).willReturn(ok()));
    }

    @AfterEach
    void stop() {
        collector.stop();
    }

    @Test
    void a_span_under_a_parent_that_is_told_is_told_to_the_collector() {
        try (var export = export(collector.baseUrl() + "/", Sampler.parentBased(Sampler.alwaysOff()))) {
            var parent = SpanParent.read(Map.of("traceparent", SAMPLED)).orElseThrow();

            export.tracer().spanBuilder("process").setParent(parent).startSpan().end();
            export.flush();
        }

        collector.verify(exactly(1), postRequestedFor(urlEqualTo("/v1/traces")));
    }

    @Test
    void a_program_that_follows_begins_no_trace() {
        try (var export = TraceExport.following(URI.create(collector.baseUrl()), "distributor")) {
            var span = export.tracer()
                    .spanBuilder("process")
                    .setParent(Context.root())
                    .startSpan();

            assertThat(span.isRecording()).isFalse();
        }
    }

    @Test
    void a_parent_that_is_not_told_or_in_no_known_form_is_none() {
        assertThat(SpanParent.read(Map.of("traceparent", NOT_SAMPLED))).isEmpty();
        assertThat(SpanParent.read(Map.of("traceparent", "4711"))).isEmpty();
        assertThat(SpanParent.read(Map.of())).isEmpty();
    }

    @Test
    void what_is_written_of_a_span_names_it() {
        try (var export = TraceExport.beginning(URI.create(collector.baseUrl()), "loadgen", 1)) {
            var span = export.tracer().spanBuilder("create").startSpan();

            assertThat(SpanParent.write(span))
                    .containsEntry(
                            "traceparent",
                            "00-%s-%s-01"
                                    .formatted(
                                            span.getSpanContext().getTraceId(),
                                            span.getSpanContext().getSpanId()));
        }
    }

    @Test
    void what_the_collector_refuses_is_told_once_and_disturbs_nobody() {
        collector.stubFor(post(urlEqualTo("/v1/traces")).willReturn(serverError()));

        try (var export = export(collector.baseUrl(), Sampler.alwaysOn())) {
            export.tracer().spanBuilder("create").startSpan().end();
            export.flush();
        }

        collector.verify(exactly(1), postRequestedFor(urlEqualTo("/v1/traces")));
    }

    /// As patient as a test must be with a machine that has other work to do.
    private static TraceExport export(String collector, Sampler sampler) {
        return new TraceExport(URI.create(collector), "program", sampler, Duration.ofSeconds(30));
    }
}
