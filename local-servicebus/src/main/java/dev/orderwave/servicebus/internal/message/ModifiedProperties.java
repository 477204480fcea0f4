package dev.orderwave.servicebus.internal.message;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.DroppingWritableBuffer;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.apache.qpid.proton.codec.WritableBuffer.ByteBufferWrapper;
import org.jspecify.annotations.Nullable;

/// Application properties that a settlement sets, each with its encoded value. The message is written anew with them,
/// so whoever keeps the message keeps them.
public final class ModifiedProperties {
    public static final ModifiedProperties NONE = new ModifiedProperties(Map.of());
    private final Map<String, byte[]> encoded;

    private ModifiedProperties(Map<String, byte[]> encoded) {
        this.encoded = encoded;
    }

    /// Takes what the engine decoded: keys are symbols or strings, values of any AMQP type a property may have.
    public static ModifiedProperties of(Map<?, ?> decoded) {
        var properties = new LinkedHashMap<String, byte[]>();
        decoded.forEach((name, value) -> properties.put(String.valueOf(name), encode(value)));
        return new ModifiedProperties(properties);
    }

    /// These and one more; a value that is not there sets nothing.
    public ModifiedProperties with(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        var properties = new LinkedHashMap<>(encoded);
        properties.put(name, new AmqpWriter(value.length() + 8).string(value).toByteArray());
        return new ModifiedProperties(properties);
    }

    public boolean isEmpty() {
        return encoded.isEmpty();
    }

    int count() {
        return encoded.size();
    }

    boolean contains(String name) {
        return encoded.containsKey(name);
    }

    void write(AmqpWriter out) {
        encoded.forEach((name, value) -> out.string(name).raw(value, 0, value.length));
    }

    /// Encodes twice: the first time to learn how long it is.
    private static byte[] encode(Object value) {
        var decoder = new DecoderImpl();
        var encoder = new EncoderImpl(decoder);
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
        var length = new DroppingWritableBuffer();
        encoder.setByteBuffer(length);
        encoder.writeObject(value);
        var bytes = new byte[length.position()];
        encoder.setByteBuffer(new ByteBufferWrapper(ByteBuffer.wrap(bytes)));
        encoder.writeObject(value);
        return bytes;
    }
}
