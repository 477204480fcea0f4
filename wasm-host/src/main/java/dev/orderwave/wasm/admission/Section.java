package dev.orderwave.wasm.admission;

import java.io.ByteArrayOutputStream;

/// One section of a module: its number and its bytes.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Section(int id, byte[] content) {

    void writeTo(ByteArrayOutputStream module) {
        module.write(id);
        writeU32(module, content.length);
        module.writeBytes(content);
    }

    static void writeU32(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
