package dev.orderwave.servicebus.internal.queue;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Names one lock: every delivery has a token of its own, so a late settlement cannot hit the next receiver's lock.
public record LockToken(UUID id) {
    private static final int LENGTH = 16;

    static LockToken next() {
        return new LockToken(UUID.randomUUID());
    }

    /// The token as a delivery tag, in the byte order of a .NET GUID: its first three groups are reversed.
    public byte[] toDeliveryTag() {
        var high = id.getMostSignificantBits();
        return ByteBuffer.allocate(LENGTH)
                .putInt(Integer.reverseBytes((int) (high >>> 32)))
                .putShort(Short.reverseBytes((short) (high >>> 16)))
                .putShort(Short.reverseBytes((short) high))
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
