package dev.orderwave.processor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A module that answers every message with the same verdict.
public final class FixedModule {
    /// (module (memory (export "memory") 1)
    ///   (func (export "alloc") (param i32) (result i32) (i32.const 8192))
    ///   (func (export "handle") (param i32 i32) (result i64) (i64.const ...))
    ///   (data (i32.const 1024) "..."))
    private static final String BEFORE_CODE = """
            0061736d01000000\
            010c0260017f017f60027f7f017e\
            0303020001\
            0503010001\
            071b03066d656d6f7279020005616c6c6f6300000668616e646c650001""";

    private static final long TEXT = 1024;

    private FixedModule() {}

    public static byte[] answering(String verdict) {
        var text = verdict.getBytes(StandardCharsets.UTF_8);
        var module = new ByteArrayOutputStream();
        module.writeBytes(HexFormat.of().parseHex(BEFORE_CODE));
        var alloc = new byte[] {0, 0x41, (byte) 0x80, (byte) 0xc0, 0, 0x0b};
        var handle = bytes(new byte[] {0, 0x42}, leb128(TEXT << 32 | text.length), new byte[] {0x0b});
        section(module, 10, bytes(new byte[] {2}, sized(alloc), sized(handle)));
        section(module, 11, bytes(new byte[] {1, 0, 0x41}, leb128(TEXT), new byte[] {0x0b}, sized(text)));
        return module.toByteArray();
    }

    private static void section(ByteArrayOutputStream module, int id, byte[] content) {
        module.write(id);
        module.writeBytes(sized(content));
    }

    /// Lengths here are short of where signed and unsigned numbers differ, or get one byte more.
    private static byte[] sized(byte[] content) {
        return bytes(leb128(content.length), content);
    }

    private static byte[] leb128(long value) {
        var out = new ByteArrayOutputStream();
        var rest = value;
        while (rest > 63) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    private static byte[] bytes(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
