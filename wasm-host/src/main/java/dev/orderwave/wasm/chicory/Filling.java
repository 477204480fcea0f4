package dev.orderwave.wasm.chicory;

import java.util.Arrays;
import java.util.Objects;

/// Fills a range of bytes by copying what is filled already.
///
/// A JVM without its optimizing compiler, as the services have it, fills byte by byte: 20 us for the page of an
/// instance.
/// It copies as fast as any other.
final class Filling {

    private static final int FIRST = 64;

    private Filling() {}

    /// @throws IndexOutOfBoundsException if the range is not one of the array
    static void fill(byte[] bytes, int from, int to, byte value) {
        Objects.checkFromToIndex(from, to, bytes.length);
        var length = to - from;
        var done = Math.min(FIRST, length);
        Arrays.fill(bytes, from, from + done, value);
        while (done < length) {
            var next = Math.min(done, length - done);
            System.arraycopy(bytes, from, bytes, from + done, next);
            done += next;
        }
    }
}
