package dev.orderwave.modules;

import java.nio.charset.StandardCharsets;

/// Modules that differ in what they say of themselves, and do nothing.
final class Wasm {
    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

    private Wasm() {}

    /// A module with one custom section, called `text`.
    static byte[] saying(String text) {
        byte[] name = text.getBytes(StandardCharsets.US_ASCII);
        byte[] wasm = new byte[HEADER.length + 3 + name.length];
        System.arraycopy(HEADER, 0, wasm, 0, HEADER.length);
        wasm[HEADER.length + 1] = (byte) (name.length + 1);
        wasm[HEADER.length + 2] = (byte) name.length;
        System.arraycopy(name, 0, wasm, HEADER.length + 3, name.length);
        return wasm;
    }

    /// What [#saying] was given.
    static String said(byte[] wasm) {
        int start = HEADER.length + 3;
        return new String(wasm, start, wasm.length - start, StandardCharsets.US_ASCII);
    }
}
