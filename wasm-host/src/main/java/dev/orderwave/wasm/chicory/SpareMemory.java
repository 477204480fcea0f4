package dev.orderwave.wasm.chicory;

/// Memory of instances that ended well, wiped, for the next ones.
///
/// A new array for every message would walk through the whole young generation, and so through main memory; one that
/// was used a moment ago is still in the processor's cache. What is kept is one array per processor. An instance
/// that failed gives nothing back: whatever it did ends with it. When the heap gets full, all of it is let go.
final class SpareMemory {
    private final int size;
    private final LetGoWhenFull<byte[]> spare = new LetGoWhenFull<>();

    /// @param size of the memory that an instance starts with, in bytes
    SpareMemory(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    /// An array full of zeros that nobody else has.
    byte[] take() {
        var wiped = spare.poll();
        return wiped == null ? new byte[size] : wiped;
    }

    /// Wipes the array and keeps it if there is room; one that has grown is left to the garbage collector.
    void giveBack(byte[] used) {
        if (used.length == size) {
            Filling.fill(used, 0, used.length, (byte) 0);
            spare.offer(used);
        }
    }
}
