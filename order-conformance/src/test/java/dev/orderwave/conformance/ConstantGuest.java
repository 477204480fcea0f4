package dev.orderwave.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/// The smallest module that keeps the contract: whatever the message, its answer is the same text.
final class ConstantGuest {

    private static final int I32 = 0x7f;
    private static final int I64 = 0x7e;
    private static final int I32_CONST = 0x41;
    private static final int I64_CONST = 0x42;
    private static final int END = 0x0b;

    /// The answer is at address 0, messages are written at the second page.
    private static final byte[] ALLOC = bytes(I32_CONST, 0x80, 0x80, 0x04);

    private ConstantGuest() {}

    static byte[] answering(String verdict) {
        var text = verdict.getBytes(UTF_8);
        if (text.length >= 1 << 13) {
            throw new IllegalArgumentException("the length is written in two bytes, so the text must be short");
        }
        var length = new byte[] {(byte) (text.length | 0x80), (byte) (text.length >> 7)};
        return join(
                bytes(0, 'a', 's', 'm', 1, 0, 0, 0),
                section(1, join(bytes(2, 0x60, 1, I32, 1, I32), bytes(0x60, 2, I32, I32, 1, I64))),
                section(3, bytes(2, 0, 1)),
                section(5, bytes(1, 0, 16)),
                section(7, join(bytes(3), export("memory", 2, 0), export("alloc", 0, 0), export("handle", 0, 1))),
                section(10, join(bytes(2), body(ALLOC), body(join(bytes(I64_CONST), length)))),
                section(11, join(bytes(1, 0, I32_CONST, 0, END), length, text)));
    }

    private static byte[] body(byte[] code) {
        return join(bytes(code.length + 2, 0), code, bytes(END));
    }

    private static byte[] export(String name, int kind, int index) {
        return join(bytes(name.length()), name.getBytes(UTF_8), bytes(kind, index));
    }

    private static byte[] section(int id, byte[] content) {
        return join(bytes(id, content.length & 0x7f | 0x80, content.length >> 7), content);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
