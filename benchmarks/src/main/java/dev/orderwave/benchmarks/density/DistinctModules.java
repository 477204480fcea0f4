package dev.orderwave.benchmarks.density;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// As many modules as one likes, which do the same and are not the same: each has its number in a custom section.
record DistinctModules(byte[] module) {
    private static final int CUSTOM = 0;
    private static final byte[] NAME = {'n'};

    byte[] module(int number) {
        var content = new ByteArrayOutputStream();
        content.write(NAME.length);
        content.writeBytes(NAME);
        content.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        var distinct = new ByteArrayOutputStream(module.length + 16);
        distinct.writeBytes(module);
        distinct.write(CUSTOM);
        distinct.write(content.size());
        distinct.writeBytes(content.toByteArray());
        return distinct.toByteArray();
    }
}
