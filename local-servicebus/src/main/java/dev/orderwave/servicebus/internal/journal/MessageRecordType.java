package dev.orderwave.servicebus.internal.journal;

import dev.orderwave.servicebus.internal.queue.MessageRecord;
import dev.orderwave.servicebus.internal.queue.MessageState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/// A message's record in the file. It ends with a checksum, because the store has none of its own for what is inside
/// its pages.
final class MessageRecordType extends BasicDataType<MessageRecord> {
    private static final int OBJECTS = 96;
    private static final MessageState[] STATES = MessageState.values();

    @Override
    public int getMemory(MessageRecord message) {
        return OBJECTS + message.message().length;
    }

    @Override
    public void write(WriteBuffer out, MessageRecord message) {
        var source = message.deadLetterSource() == null
                ? new byte[0]
                : message.deadLetterSource().getBytes(StandardCharsets.UTF_8);
        out.putVarLong(message.sequenceNumber())
                .putVarLong(message.enqueuedTime())
                .putVarInt(message.failedDeliveries())
                .put((byte) message.state().ordinal())
                .putVarInt(source.length)
                .put(source)
                .putVarInt(message.message().length)
                .put(message.message())
                .putInt(checksum(message.sequenceNumber(), message.message()));
    }

    @Override
    public MessageRecord read(ByteBuffer in) {
        var sequenceNumber = DataUtils.readVarLong(in);
        var enqueuedTime = DataUtils.readVarLong(in);
        var failedDeliveries = DataUtils.readVarInt(in);
        var state = STATES[in.get()];
        var source = bytes(in);
        var message = bytes(in);
        if (in.getInt() != checksum(sequenceNumber, message)) {
            throw new IllegalStateException("message " + sequenceNumber + " is not as it was written");
        }
        return new MessageRecord(
                sequenceNumber,
                enqueuedTime,
                failedDeliveries,
                state,
                source.length == 0 ? null : new String(source, StandardCharsets.UTF_8),
                message);
    }

    @Override
    public MessageRecord[] createStorage(int size) {
        return new MessageRecord[size];
    }

    private static byte[] bytes(ByteBuffer in) {
        var length = DataUtils.readVarInt(in);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalStateException("a length of " + length + " bytes where " + in.remaining() + " are left");
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int checksum(long sequenceNumber, byte[] message) {
        var checksum = new CRC32C();
        checksum.update(message);
        return (int) checksum.getValue() ^ Long.hashCode(sequenceNumber);
    }
}
