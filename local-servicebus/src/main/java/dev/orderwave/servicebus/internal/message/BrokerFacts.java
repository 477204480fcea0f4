package dev.orderwave.servicebus.internal.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the broker tells a receiver about a message besides the message itself.
/// The types on the wire matter: the Go SDK asserts each of them and panics on another.
public record BrokerFacts(
        long sequenceNumber,
        long enqueuedTime,
        int deliveryCount,
        int messageState,
        @Nullable String deadLetterSource,
        @Nullable UUID lockToken,
        long lockedUntil) {

    /// Encodes the message for a receiver: a header always (the Java SDK relies on it), annotations, the bare message.
    public AmqpWriter encode(SentMessage message) {
        var out = new AmqpWriter(message.size() + 256);
        message.writeHeader(out, deliveryCount);
        writeDeliveryAnnotations(out);
        writeMessageAnnotations(out, message);
        message.writeBareMessage(out);
        return out;
    }

    /// A link tells the lock token by the delivery tag; a reply of `$management` has none, so the Go SDK looks for
    /// it here.
    private void writeDeliveryAnnotations(AmqpWriter out) {
        if (lockToken != null) {
            var place = out.beginMap(Section.DELIVERY_ANNOTATIONS);
            out.symbol(Annotation.LOCK_TOKEN).uuid(lockToken);
            out.end(place, 2);
        }
    }

    private void writeMessageAnnotations(AmqpWriter out, SentMessage message) {
        var place = out.beginMap(Section.MESSAGE_ANNOTATIONS);
        var count = 4 + message.writeAnnotations(out);
        out.symbol(Annotation.SEQUENCE_NUMBER).int64(sequenceNumber);
        out.symbol(Annotation.ENQUEUE_SEQUENCE_NUMBER).int64(sequenceNumber);
        out.symbol(Annotation.ENQUEUED_TIME).timestamp(enqueuedTime);
        out.symbol(Annotation.MESSAGE_STATE).int32(messageState);
        if (lockToken != null) {
            out.symbol(Annotation.LOCKED_UNTIL).timestamp(lockedUntil);
            count++;
        }
        if (deadLetterSource != null) {
            out.symbol(Annotation.DEAD_LETTER_SOURCE).string(deadLetterSource);
            count++;
        }
        out.end(place, 2 * count);
    }
}
