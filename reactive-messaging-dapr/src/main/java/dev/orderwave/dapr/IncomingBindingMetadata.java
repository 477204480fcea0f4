package dev.orderwave.dapr;

import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What Dapr says about one event of an input binding.
///
/// Dapr hands the metadata of a binding over as HTTP headers and escapes values for that. Which names there are depends
/// on
/// the binding: Service Bus queues give `id`, `correlationID`, `label` and the message's own string properties. They
/// give
/// no delivery count, sequence number or enqueue time.
///
/// @param binding the component's name
/// @param headers all headers of the event as they came, found without regard to case
public record IncomingBindingMetadata(String binding, Map<String, String> headers) {
    public IncomingBindingMetadata {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    static IncomingBindingMetadata of(String binding, MultiMap headers) {
        var first = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> first.putIfAbsent(name, value));
        return new IncomingBindingMetadata(binding, first);
    }

    /// One property, without the escapes that Dapr put in for the transport.
    public Optional<String> property(String name) {
        return Optional.ofNullable(headers.get(name)).map(IncomingBindingMetadata::unescape);
    }

    /// The id that the sender gave the message, where the binding knows one.
    public Optional<String> messageId() {
        return property("id");
    }

    public Optional<String> correlationId() {
        return property("correlationID");
    }

    public Optional<String> label() {
        return property("label");
    }

    /// The W3C trace context in which Dapr delivers the event.
    public Optional<TraceContext> traceContext() {
        return Optional.ofNullable(headers.get(TraceContext.TRACEPARENT))
                .map(parent -> new TraceContext(parent, Optional.ofNullable(headers.get(TraceContext.TRACESTATE))));
    }

    private static String unescape(String value) {
        if (value.indexOf('%') < 0 && value.indexOf('+') < 0) {
            return value;
        }
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return value;
        }
    }
}
