package dev.orderwave.dapr;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One call of a binding, and how Dapr's API has it encoded: the message `InvokeBindingRequest` of `dapr.proto`, whose
/// generated class brings two hundred others into a service that starts.
///
/// @param data what goes out, not copied
record BindingRequest(String binding, String operation, byte[] data, Map<String, String> metadata) {
    /// The fields' numbers, each with the wire type of what has a length.
    private static final int NAME = 1 << 3 | 2;
    private static final int DATA = 2 << 3 | 2;
    private static final int METADATA = 3 << 3 | 2;
    private static final int OPERATION = 4 << 3 | 2;
    private static final int KEY = 1 << 3 | 2;
    private static final int VALUE = 2 << 3 | 2;
    private static final int MORE = 0x80;
    private static final int ROOM_FOR_THE_REST = 256;

    byte[] encode() {
        var message = new ByteArrayOutputStream(data.length + ROOM_FOR_THE_REST);
        write(message, NAME, binding.getBytes(StandardCharsets.UTF_8));
        write(message, DATA, data);
        for (var told : metadata.entrySet()) {
            var entry = new ByteArrayOutputStream(ROOM_FOR_THE_REST);
            write(entry, KEY, told.getKey().getBytes(StandardCharsets.UTF_8));
            write(entry, VALUE, told.getValue().getBytes(StandardCharsets.UTF_8));
            write(message, METADATA, entry.toByteArray());
        }
        write(message, OPERATION, operation.getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    private static void write(ByteArrayOutputStream message, int field, byte[] bytes) {
        message.write(field);
        int length = bytes.length;
        while (length >= MORE) {
            message.write(length | MORE);
            length >>>= 7;
        }
        message.write(length);
        message.writeBytes(bytes);
    }
}
