package dev.orderwave.servicebus.internal.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// Writes the few AMQP values a broker adds to a message, between bytes that are copied as they came.
public final class AmqpWriter {
    private ByteBuffer buffer;

    public AmqpWriter(int expectedSize) {
        this.buffer = ByteBuffer.allocate(expectedSize);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /// What was written so far, without a copy: nothing may be written any more.
    public ByteBuffer toByteBuffer() {
        return buffer.flip();
    }

    public AmqpWriter raw(byte[] bytes, int start, int end) {
        room(end - start).put(bytes, start, end - start);
        return this;
    }

    public AmqpWriter nullValue() {
        room(1).put((byte) AmqpType.NULL);
        return this;
    }

    public AmqpWriter unsignedInt(int value) {
        room(5).put((byte) AmqpType.UINT).putInt(value);
        return this;
    }

    public AmqpWriter int32(int value) {
        room(5).put((byte) AmqpType.INT).putInt(value);
        return this;
    }

    public AmqpWriter int64(long value) {
        room(9).put((byte) AmqpType.LONG).putLong(value);
        return this;
    }

    public AmqpWriter timestamp(long epochMillis) {
        room(9).put((byte) AmqpType.TIMESTAMP).putLong(epochMillis);
        return this;
    }

    public AmqpWriter uuid(UUID value) {
        room(17).put((byte) AmqpType.UUID)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    public AmqpWriter string(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        room(5 + bytes.length)
                .put((byte) AmqpType.STRING32)
                .putInt(bytes.length)
                .put(bytes);
        return this;
    }

    /// Writes a symbol of at most 255 characters, which every annotation name is.
    public AmqpWriter symbol(String value) {
        var bytes = value.getBytes(StandardCharsets.US_ASCII);
        room(2 + bytes.length)
                .put((byte) AmqpType.SYMBOL8)
                .put((byte) bytes.length)
                .put(bytes);
        return this;
    }

    /// Opens a section whose value is a list; its place is what [#end] needs.
    int beginList(Section section) {
        return begin(section, AmqpType.LIST32);
    }

    /// Opens a section whose value is a map; its place is what [#end] needs.
    int beginMap(Section section) {
        return begin(section, AmqpType.MAP32);
    }

    private int begin(Section section, int constructor) {
        room(12).put((byte) AmqpType.DESCRIBED)
                .put((byte) AmqpType.SMALL_ULONG)
                .put(section.descriptor())
                .put((byte) constructor);
        var place = buffer.position();
        buffer.putInt(0).putInt(0);
        return place;
    }

    /// Closes the list or map opened at the place, now that its size is known. A map's keys and values count as one
    /// each.
    void end(int place, int count) {
        buffer.putInt(place, buffer.position() - place - Integer.BYTES);
        buffer.putInt(place + Integer.BYTES, count);
    }

    private ByteBuffer room(int length) {
        if (buffer.remaining() < length) {
            var larger = Math.max(buffer.capacity() * 2, buffer.position() + length);
            buffer = ByteBuffer.allocate(larger).put(buffer.flip());
        }
        return buffer;
    }
}
