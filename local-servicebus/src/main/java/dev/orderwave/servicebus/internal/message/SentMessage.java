package dev.orderwave.servicebus.internal.message;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message as its sender encoded it. Properties, application properties, body and footer are passed on byte for
/// byte; of the header and the annotations the sender's own part is kept and the broker's part written anew for each
/// delivery.
public final class SentMessage {
    private final byte[] bytes;
    private final SentHeader header;
    private final UserAnnotations annotations;
    private final int bareStart;

    private SentMessage(byte[] bytes, SentHeader header, UserAnnotations annotations, int bareStart) {
        this.bytes = bytes;
        this.header = header;
        this.annotations = annotations;
        this.bareStart = bareStart;
    }

    /// Takes over the bytes of one encoded message; throws [MalformedMessageException] if they are none.
    public static SentMessage of(byte[] bytes) {
        var header = SentHeader.NONE;
        var annotations = UserAnnotations.NONE;
        var bareStart = 0;
        var reader = new AmqpReader(bytes, 0, bytes.length);
        while (reader.hasMore()) {
            var section = reader.section();
            var value = reader.position();
            reader.skipValue();
            var end = reader.position();
            if (section == Section.HEADER) {
                header = SentHeader.read(new AmqpReader(bytes, value, end));
            } else if (section == Section.MESSAGE_ANNOTATIONS) {
                annotations = UserAnnotations.read(new AmqpReader(bytes, value, end), bytes);
            }
            if (!section.isPartOfBareMessage()) {
                bareStart = end;
            }
        }
        return new SentMessage(bytes, header, annotations, bareStart);
    }

    /// Copies one encoded message out of another.
    public static SentMessage of(ByteBuffer enclosed) {
        var bytes = new byte[enclosed.remaining()];
        enclosed.get(bytes);
        return of(bytes);
    }

    /// Takes a batch apart: an envelope whose data sections are whole messages of their own.
    public static List<SentMessage> ofBatch(byte[] envelope) {
        var messages = new ArrayList<SentMessage>();
        var reader = new AmqpReader(envelope, 0, envelope.length);
        while (reader.hasMore()) {
            if (reader.section() == Section.DATA) {
                messages.add(of(reader.binary()));
            } else {
                reader.skipValue();
            }
        }
        return messages;
    }

    /// The id its sender gave the message. Service Bus has texts for ids only.
    public Optional<String> messageId() {
        var reader = new AmqpReader(bytes, bareStart, bytes.length);
        if (!reader.hasMore() || reader.section() != Section.PROPERTIES || reader.enterCompound() == 0) {
            return Optional.empty();
        }
        return reader.optionalText();
    }

    /// When the message is to become active, in epoch milliseconds; 0 for at once.
    public long scheduledEnqueueTime() {
        return annotations.scheduledEnqueueTime();
    }

    /// How long the message may wait once active, in milliseconds; [Long#MAX_VALUE] for ever.
    public long timeToLive() {
        return header.timeToLive();
    }

    /// The same message with these application properties set, which is how a dead letter tells its reason.
    public SentMessage with(ModifiedProperties properties) {
        if (properties.isEmpty()) {
            return this;
        }
        var rewritten = ApplicationProperties.set(properties, bytes, bareStart);
        return new SentMessage(rewritten, header, annotations, bareStart);
    }

    /// The encoded message itself, not to be written to.
    public byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    void writeHeader(AmqpWriter out, int deliveryCount) {
        header.write(out, bytes, deliveryCount);
    }

    int writeAnnotations(AmqpWriter out) {
        return annotations.write(out);
    }

    void writeBareMessage(AmqpWriter out) {
        out.raw(bytes, bareStart, bytes.length);
    }
}
