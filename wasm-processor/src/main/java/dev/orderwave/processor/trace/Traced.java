package dev.orderwave.processor.trace;

import dev.orderwave.dapr.IncomingBindingMetadata;
import dev.orderwave.dapr.TraceContext;
import dev.orderwave.tracing.SpanParent;
import dev.orderwave.wasm.Emission;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.Verdict;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Three kinds of spans: the message from event to answer, the module's call, and each call of an output. Their names
/// and attributes are those of OpenTelemetry's conventions for messaging where these have a word. No span holds
/// anything of a message but its id.
final class Traced implements MessageTrace {
    private static final AttributeKey<String> BINDING = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> MODULE = AttributeKey.stringKey("orderwave.module.name");
    private static final AttributeKey<String> DIGEST = AttributeKey.stringKey("orderwave.module.digest");
    private static final AttributeKey<String> VERDICT = AttributeKey.stringKey("orderwave.verdict");

    private final Tracer tracer;
    private final Context context;
    private final Span span;

    private Traced(Tracer tracer, Context context, Span span) {
        this.tracer = tracer;
        this.context = context;
        this.span = span;
    }

    static Traced begin(Tracer tracer, Context parent, Message<?> message) {
        var binding = message.getMetadata(IncomingBindingMetadata.class);
        var name = binding.map(IncomingBindingMetadata::binding).orElse("unknown");
        var span = tracer.spanBuilder("process " + name)
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(BINDING, name)
                .startSpan();
        binding.flatMap(IncomingBindingMetadata::messageId).ifPresent(id -> span.setAttribute(MESSAGE_ID, id));
        return new Traced(tracer, parent.with(span), span);
    }

    @Override
    public Verdict handle(Guest guest, Message<? extends byte[]> message) {
        var module = guest.module();
        var call = tracer.spanBuilder("module " + module.name())
                .setParent(context)
                .setAttribute(MODULE, module.name())
                .setAttribute(DIGEST, module.sha256())
                .startSpan();
        try {
            var verdict = guest.handle(message.getPayload());
            call.setAttribute(VERDICT, word(verdict));
            return verdict;
        } catch (RuntimeException | Error failure) {
            fail(call, failure);
            throw failure;
        } finally {
            call.end();
        }
    }

    /// A reason of a rejection may quote the message, so it is left out.
    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Emit(var emissions) ->
                "emit " + String.join(", ", emissions.stream().map(Emission::to).toList());
            case Verdict.Reject _ -> "reject";
        };
    }

    @Override
    public Call call(String output) {
        return new TracedCall(tracer.spanBuilder("send " + output)
                .setParent(context)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute(BINDING, output)
                .startSpan());
    }

    @Override
    public void handled() {
        span.end();
    }

    @Override
    public void failed(Throwable reason) {
        fail(span, reason);
        span.end();
    }

    private static void fail(Span failed, Throwable failure) {
        failed.setStatus(StatusCode.ERROR);
        failed.setAttribute(
                ERROR,
                failure instanceof GuestException fault
                        ? fault.fault().code()
                        : failure.getClass().getName());
    }

    /// See [Call].
    private record TracedCall(Span span) implements Call {
        @Override
        public Optional<TraceContext> context(Message<?> cause) {
            var properties = SpanParent.write(span);
            return Optional.ofNullable(properties.get("traceparent"))
                    .map(parent -> new TraceContext(parent, Optional.ofNullable(properties.get("tracestate"))));
        }

        @Override
        public void accepted() {
            span.end();
        }

        @Override
        public void failed(Throwable reason) {
            fail(span, reason);
            span.end();
        }
    }
}
