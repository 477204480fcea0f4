package dev.orderwave.dapr;

import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// What Dapr says about one event of an input binding.
///
/// Dapr hands the metadata of a binding over as HTTP headers. Which names there are depends on the binding: Service Bus
/// queues give `id`, `correlationID` and `label` as they are, and the message's own string properties with escapes
/// (`servicebusqueues.go` of components-contrib 1.18). They give no delivery count, sequence number or enqueue time.
public final class IncomingBindingMetadata {
    private final String binding;
    private final MultiMap headers;

    private IncomingBindingMetadata(String binding, MultiMap headers) {
        this.binding = binding;
        this.headers = headers;
    }

    /// @param headers of the event; found without regard to case
    public static IncomingBindingMetadata of(String binding, Map<String, String> headers) {
        return new IncomingBindingMetadata(
                binding, MultiMap.caseInsensitiveMultiMap().addAll(headers));
    }

    /// @param headers not changed by anybody any more; copying them for every message would be most of this class's
    /// cost
    static IncomingBindingMetadata of(String binding, MultiMap headers) {
        return new IncomingBindingMetadata(binding, headers);
    }

    /// The component's name.
    public String binding() {
        return binding;
    }

    /// One of the message's own properties, without the escapes that Dapr put in for the transport.
    public Optional<String> property(String name) {
        return Optional.ofNullable(headers.get(name)).map(IncomingBindingMetadata::unescape);
    }

    /// The id that the sender gave the message, where the binding knows one.
    public Optional<String> messageId() {
        return asItIs("id");
    }

    public Optional<String> correlationId() {
        return asItIs("correlationID");
    }

    public Optional<String> label() {
        return asItIs("label");
    }

    /// The W3C trace context in which Dapr delivers the event.
    public Optional<TraceContext> traceContext() {
        return Optional.ofNullable(headers.get(TraceContext.TRACEPARENT))
                .map(parent -> new TraceContext(parent, Optional.ofNullable(headers.get(TraceContext.TRACESTATE))));
    }

    private Optional<String> asItIs(String name) {
        return Optional.ofNullable(headers.get(name));
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
