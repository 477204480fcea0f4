package dev.orderwave.dapr;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
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
    /// Each event is asked for these: such names are hashed and compared at no cost.
    private static final AsciiString ID = AsciiString.cached("id");

    private static final AsciiString TRACEPARENT = AsciiString.cached(TraceContext.TRACEPARENT);
    private static final AsciiString TRACESTATE = AsciiString.cached(TraceContext.TRACESTATE);

    private final String binding;
    private final HttpHeaders headers;

    private IncomingBindingMetadata(String binding, HttpHeaders headers) {
        this.binding = binding;
        this.headers = headers;
    }

    /// @param headers of the event; found without regard to case
    public static IncomingBindingMetadata of(String binding, Map<String, String> headers) {
        var found =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        headers.forEach(found::add);
        return new IncomingBindingMetadata(binding, found);
    }

    /// @param headers not changed by anybody any more; to copy them for every message would cost more than the rest
    static IncomingBindingMetadata of(String binding, HttpHeaders headers) {
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
        return asItIs(ID);
    }

    public Optional<String> correlationId() {
        return asItIs("correlationID");
    }

    public Optional<String> label() {
        return asItIs("label");
    }

    /// The W3C trace context in which Dapr delivers the event.
    public Optional<TraceContext> traceContext() {
        var parent = headers.get(TRACEPARENT);
        return parent == null
                ? Optional.empty()
                : Optional.of(new TraceContext(parent, Optional.ofNullable(headers.get(TRACESTATE))));
    }

    private Optional<String> asItIs(CharSequence name) {
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
