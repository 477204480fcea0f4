package dev.orderwave.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// A collector that keeps what it is told by OTLP over HTTP, for a test to look at.
final class SpanCollector implements AutoCloseable {
    private static final int OK = 200;

    private final Queue<Told> spans = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private SpanCollector(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    static SpanCollector start() throws IOException {
        return new SpanCollector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    TraceCollector address() {
        return new TraceCollector(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    List<Told> spans() {
        return List.copyOf(spans);
    }

    /// The spans that have one trace.
    List<Told> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = exchange.getRequestBody()) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::take);
            exchange.sendResponseHeaders(OK, -1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(ResourceSpans told) {
        var program = told.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
        told.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> Told.of(program, span))
                .forEach(spans::add);
    }

    /// A span.
    record Told(
            String program, String name, String traceId, String id, String parentId, Map<String, String> attributes) {
        private static Told of(String program, Span span) {
            var hex = HexFormat.of();
            return new Told(
                    program,
                    span.getName(),
                    hex.formatHex(span.getTraceId().toByteArray()),
                    hex.formatHex(span.getSpanId().toByteArray()),
                    hex.formatHex(span.getParentSpanId().toByteArray()),
                    span.getAttributesList().stream()
                            .collect(Collectors.toMap(
                                    attribute -> attribute.getKey(),
                                    attribute -> attribute.getValue().getStringValue(),
                                    (one, other) -> other)));
        }

        String step() {
            return program + ": " + name;
        }
    }
}
