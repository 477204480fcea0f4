package dev.orderwave.wasm.admission;

import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the numbers and names of the binary format from a range of bytes; what does not fit refuses the module.
final class WasmReader {

    private static final int LONGEST_SIGNED = 10;

    private final ModuleInfo module;
    private final byte[] bytes;
    private final int end;
    private int position;

    WasmReader(ModuleInfo module, byte[] bytes, int start, int end) {
        this.module = module;
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    int position() {
        return position;
    }

    int nextByte() {
        if (position >= end) {
            throw truncated();
        }
        return bytes[position++] & 0xff;
    }

    /// The next byte, which stays the next one.
    int peek() {
        var next = nextByte();
        position--;
        return next;
    }

    /// An unsigned LEB128 number of at most 32 bits.
    long nextU32() {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = nextByte();
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                if (value > 0xffff_ffffL) {
                    break;
                }
                return value;
            }
        }
        throw refused(GuestFault.INVALID, "the number before byte " + position + " has more than 32 bits");
    }

    /// Skips a signed LEB128 number, whatever its value, and tells how many bytes it has.
    int skipSigned() {
        for (int bytes = 1; bytes <= LONGEST_SIGNED; bytes++) {
            if ((nextByte() & 0x80) == 0) {
                return bytes;
            }
        }
        throw refused(GuestFault.INVALID, "the number before byte " + position + " has more than 64 bits");
    }

    String nextName() {
        var name = next(nextU32());
        return new String(bytes, name.position, name.end - name.position, StandardCharsets.UTF_8);
    }

    /// The next bytes as a range of their own.
    WasmReader next(long length) {
        if (length > end - position) {
            throw truncated();
        }
        var range = new WasmReader(module, bytes, position, position + (int) length);
        position = range.end;
        return range;
    }

    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    int length() {
        return end - position;
    }

    GuestException refused(GuestFault fault, String detail) {
        return GuestException.notLoaded(module, fault, detail);
    }

    private GuestException truncated() {
        return refused(GuestFault.INVALID, "it is cut off at byte " + end);
    }
}
