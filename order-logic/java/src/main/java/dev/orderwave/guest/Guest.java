package dev.orderwave.guest;

import dev.orderwave.json.Ascii;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/// The module's side of the contract: the host asks `alloc` for room and writes the message there; `handle` takes
/// the message and returns `fault << 63 | pointer << 32 | length` of a text in UTF-8, which is a verdict or, with
/// the fault bit, an error.
public final class Guest {

    private static final long FAULT = 1L << 63;

    /// Where the host wrote the message.
    private static byte[] message = {};

    private Guest() {}

    /// TeaVM asks for one. Nobody calls it: what has to run first runs when the host makes an instance.
    public static void main(String[] arguments) {}

    @Export(name = "alloc")
    public static Address alloc(int length) {
        message = new byte[length];
        return Address.ofData(message);
    }

    /// What a module's `handle` does. A bug in the decision, or a host that passes something else than what `alloc`
    /// gave it, becomes a fault.
    public static long handle(Address pointer, int length, Decision decision) {
        try {
            requireRoom(pointer, length);
            var json = Verdict.of(message, decision).written(length);
            return text(json.buffer(), json.length());
        } catch (RuntimeException bug) {
            return fault(bug.toString());
        }
    }

    private static void requireRoom(Address pointer, int length) {
        if (pointer.toInt() != Address.ofData(message).toInt() || length != message.length) {
            throw new IllegalArgumentException("handle takes the room that alloc gave last, and all of it");
        }
    }

    private static long fault(String error) {
        var bytes = new byte[error.length()];
        return FAULT | text(bytes, Ascii.copyPlain(error, bytes, 0));
    }

    private static long text(byte[] bytes, int length) {
        return Address.ofData(bytes).toLong() << 32 | length;
    }
}
