package dev.orderwave.servicebus.internal.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Walks over encoded AMQP values without decoding those nobody asks for.
/// A constructor's high nibble gives the length of its value, so unknown values are simply stepped over.
final class AmqpReader {
    private final ByteBuffer buffer;

    AmqpReader(byte[] bytes, int start, int end) {
        this.buffer = ByteBuffer.wrap(bytes, 0, end).position(start);
    }

    int position() {
        return buffer.position();
    }

    boolean hasMore() {
        return buffer.hasRemaining();
    }

    /// Reads a section's descriptor and stands before its value.
    Section section() {
        if (unsignedByte() != AmqpType.DESCRIBED) {
            throw malformed("a section must start with a descriptor");
        }
        return Section.of(integer());
    }

    /// Enters a list or a map and returns how many values it has; a null counts as empty.
    int enterCompound() {
        var constructor = unsignedByte();
        return switch (constructor) {
            case AmqpType.NULL, AmqpType.LIST0 -> 0;
            case AmqpType.LIST8, AmqpType.MAP8 -> {
                skip(1);
                yield unsignedByte();
            }
            case AmqpType.LIST32, AmqpType.MAP32 -> {
                skip(4);
                yield size();
            }
            default -> throw malformed("a list or map was expected, was " + hex(constructor));
        };
    }

    /// Reads a symbol, string or binary as text, for clients differ in how they write annotation keys.
    String text() {
        var bytes = binary();
        return new String(
                bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(), StandardCharsets.UTF_8);
    }

    /// Reads a symbol, string or binary as text, if that is what comes.
    Optional<String> optionalText() {
        var constructor = Byte.toUnsignedInt(buffer.get(buffer.position()));
        return switch (constructor) {
            case AmqpType.BINARY8, AmqpType.STRING8, AmqpType.SYMBOL8 -> Optional.of(text());
            case AmqpType.BINARY32, AmqpType.STRING32, AmqpType.SYMBOL32 -> Optional.of(text());
            default -> Optional.empty();
        };
    }

    /// Reads a symbol, string or binary as the bytes it holds, without copying them.
    ByteBuffer binary() {
        var constructor = unsignedByte();
        var length = switch (constructor) {
            case AmqpType.BINARY8, AmqpType.STRING8, AmqpType.SYMBOL8 -> unsignedByte();
            case AmqpType.BINARY32, AmqpType.STRING32, AmqpType.SYMBOL32 -> size();
            default -> throw malformed("text or binary was expected, was " + hex(constructor));
        };
        var start = position();
        skip(length);
        return buffer.duplicate().position(start).limit(start + length);
    }

    /// Reads any whole number or a timestamp; a null counts as zero.
    long integer() {
        var constructor = unsignedByte();
        return switch (constructor) {
            case AmqpType.NULL, AmqpType.UINT0, AmqpType.ULONG0 -> 0;
            case AmqpType.SMALL_UINT, AmqpType.SMALL_ULONG -> unsignedByte();
            case AmqpType.UINT -> Integer.toUnsignedLong(int32());
            case AmqpType.LONG, AmqpType.ULONG, AmqpType.TIMESTAMP -> int64();
            case AmqpType.SMALL_LONG -> (byte) unsignedByte();
            default -> throw malformed("a whole number was expected, was " + hex(constructor));
        };
    }

    /// Steps over one value of whatever type, nested ones included.
    void skipValue() {
        var constructor = unsignedByte();
        while (constructor == AmqpType.DESCRIBED) {
            skipPrimitive(unsignedByte());
            constructor = unsignedByte();
        }
        skipPrimitive(constructor);
    }

    private void skipPrimitive(int constructor) {
        switch (constructor >> 4) {
            case 0x4 -> {}
            case 0x5 -> skip(1);
            case 0x6 -> skip(2);
            case 0x7 -> skip(4);
            case 0x8 -> skip(8);
            case 0x9 -> skip(16);
            case 0xa, 0xc, 0xe -> skip(unsignedByte());
            case 0xb, 0xd, 0xf -> skip(size());
            default -> throw malformed("no AMQP type has the constructor " + hex(constructor));
        }
    }

    private int size() {
        var size = int32();
        if (size < 0) {
            throw malformed("a size of more than 2 GiB");
        }
        return size;
    }

    private void skip(int length) {
        require(length);
        buffer.position(buffer.position() + length);
    }

    private int unsignedByte() {
        require(Byte.BYTES);
        return Byte.toUnsignedInt(buffer.get());
    }

    private int int32() {
        require(Integer.BYTES);
        return buffer.getInt();
    }

    private long int64() {
        require(Long.BYTES);
        return buffer.getLong();
    }

    private void require(int length) {
        if (buffer.remaining() < length) {
            throw malformed(length + " more bytes were announced, " + buffer.remaining() + " are left");
        }
    }

    private MalformedMessageException malformed(String what) {
        return new MalformedMessageException("Not an AMQP message, at byte " + position() + ": " + what);
    }

    private static String hex(int constructor) {
        return "0x" + Integer.toHexString(constructor);
    }
}
