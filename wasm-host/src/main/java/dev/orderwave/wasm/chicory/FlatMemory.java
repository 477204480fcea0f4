package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/// A guest's memory as one array that is exactly as long as the memory is large.
///
/// The array's own bounds check is then the memory's: no access can leave it, whatever its address and length overflow
/// to. It is also why this is the fastest memory there is: one check, and no table of pages on the way. Chicory's own
/// take 1.7 to 2.8 times as long for the same order.
///
/// Over 150 lines because the interface it fills has 30 methods.
final class FlatMemory implements Memory {

    private static final byte[] NOTHING = {};

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final MemoryLimits declared;
    private final int mostPages;
    private final DataSegments data;
    private byte[] bytes = NOTHING;
    private DataSegment[] segments = {};
    private DataSegment[] undropped = {};
    private boolean refusedToGrow;
    private boolean refusedByHost;
    private long claimed;

    FlatMemory(MemoryLimits declared, int mostPages, DataSegments data) {
        this.declared = declared;
        this.data = data;
        this.mostPages = Math.min(declared.maximumPages(), mostPages);
    }

    /// Whether the guest once asked for more than it may have: the likely reason of a trap that follows.
    boolean refusedToGrow() {
        return refusedToGrow;
    }

    /// Whether there was once too little left of what all guests share.
    boolean refusedByHost() {
        return refusedByHost;
    }

    /// Sees to it that all of this memory counts as taken.
    ///
    /// @throws IllegalStateException if too little is left of what all guests share
    void claim() {
        claimOrFail(bytes.length);
    }

    /// Counts as not taken from now on, until it is claimed again.
    void release() {
        HostMemory.SHARED.giveBack(claimed);
        claimed = 0;
    }

    int size() {
        return bytes.length;
    }

    private void claimOrFail(long size) {
        if (!claim(size)) {
            throw new IllegalStateException("the host has no memory left for guests");
        }
    }

    private boolean claim(long size) {
        var more = size - claimed;
        if (more > 0 && !HostMemory.SHARED.take(more)) {
            refusedByHost = true;
            return false;
        }
        claimed = Math.max(claimed, size);
        return true;
    }

    /// Whether the range, given as unsigned numbers, lies within this memory.
    boolean contains(long address, long length) {
        return address + length <= bytes.length;
    }

    /// The address of a range that a guest named, if it lies within this memory.
    ///
    /// @throws IndexOutOfBoundsException which a guest ends with as a trap
    int at(long address, long length) {
        return (int) Objects.checkFromIndexSize(address, length, bytes.length);
    }

    /// What a later [#restore] goes back to.
    Snapshot snapshot() {
        return new Snapshot(bytes.clone(), segments.clone());
    }

    void restore(Snapshot snapshot) {
        if (bytes.length == snapshot.bytes.length) {
            System.arraycopy(snapshot.bytes, 0, bytes, 0, bytes.length);
        } else {
            bytes = snapshot.bytes.clone();
        }
        putBack(snapshot.segments);
        refusedToGrow = false;
        refusedByHost = false;
    }

    /// A memory at one moment, and which of its data segments were there.
    static final class Snapshot {
        private final byte[] bytes;
        private final DataSegment[] segments;

        private Snapshot(byte[] bytes, DataSegment[] segments) {
            this.bytes = bytes;
            this.segments = segments;
        }

        int size() {
            return bytes.length;
        }
    }

    @Override
    public int pages() {
        return bytes.length / PAGE_SIZE;
    }

    @Override
    public int grow(int more) {
        var before = pages();
        if (more < 0 || more > mostPages - before) {
            refusedToGrow = true;
            return -1;
        }
        if (more == 0) {
            return before;
        }
        var size = (before + more) * PAGE_SIZE;
        if (!claim(size)) {
            return -1;
        }
        bytes = Arrays.copyOf(bytes, size);
        return before;
    }

    @Override
    public int initialPages() {
        return declared.initialPages();
    }

    @Override
    public int maximumPages() {
        return mostPages;
    }

    /// The engine's segments are empty: what they hold is in [DataSegments]. But they tell what the guest has dropped.
    @Override
    public void initialize(Instance instance, DataSegment[] empty) {
        if (segments != empty) {
            segments = empty;
            undropped = empty.clone();
        }
        putBack(undropped);
        data.writeTo(this);
    }

    /// Into the same array: it is the instance's, too, and there it is that a guest drops segments.
    private void putBack(DataSegment[] all) {
        System.arraycopy(all, 0, segments, 0, segments.length);
    }

    @Override
    public void initPassiveSegment(int segment, int address, int offset, int size) {
        var isDropped = segments[segment] == PassiveDataSegment.EMPTY;
        write(address, isDropped ? NOTHING : data.bytes(segment), offset, size);
    }

    @Override
    public void drop(int segment) {
        segments[segment] = PassiveDataSegment.EMPTY;
    }

    @Override
    public void write(int address, byte[] data, int offset, int size) {
        System.arraycopy(data, offset, bytes, address, size);
    }

    @Override
    public byte[] readBytes(int address, int length) {
        var copy = new byte[length];
        System.arraycopy(bytes, address, copy, 0, length);
        return copy;
    }

    @Override
    public void copy(int to, int from, int size) {
        System.arraycopy(bytes, from, bytes, to, size);
    }

    @Override
    public void fill(byte value, int from, int to) {
        Filling.fill(bytes, from, to, value);
    }

    /// Called whenever the instance begins, and before anything else uses the memory: then it is as large as
    /// declared and full of zeros, because it is new or was wiped.
    @Override
    public void zero() {
        var size = Memory.bytes(declared.initialPages());
        claimOrFail(size);
        if (bytes.length != size) {
            bytes = new byte[size];
        }
        refusedToGrow = false;
        refusedByHost = false;
    }

    /// Forgets all that was written. The array is kept for the next beginning, because a new one for every
    /// message would walk through the whole young generation, and so through main memory; one that has grown is
    /// left to the garbage collector.
    void wipe() {
        if (bytes.length == Memory.bytes(declared.initialPages())) {
            Filling.fill(bytes, 0, bytes.length, (byte) 0);
        } else {
            bytes = NOTHING;
        }
    }

    @Override
    public byte read(int address) {
        return bytes[address];
    }

    @Override
    public void writeByte(int address, byte value) {
        bytes[address] = value;
    }

    @Override
    public short readShort(int address) {
        return (short) SHORTS.get(bytes, address);
    }

    @Override
    public long readU16(int address) {
        return Short.toUnsignedLong(readShort(address));
    }

    @Override
    public void writeShort(int address, short value) {
        SHORTS.set(bytes, address, value);
    }

    @Override
    public int readInt(int address) {
        return (int) INTS.get(bytes, address);
    }

    @Override
    public void writeI32(int address, int value) {
        INTS.set(bytes, address, value);
    }

    @Override
    public long readLong(int address) {
        return (long) LONGS.get(bytes, address);
    }

    @Override
    public void writeLong(int address, long value) {
        LONGS.set(bytes, address, value);
    }

    @Override
    public float readFloat(int address) {
        return (float) FLOATS.get(bytes, address);
    }

    @Override
    public long readF32(int address) {
        return readInt(address);
    }

    @Override
    public void writeF32(int address, float value) {
        FLOATS.set(bytes, address, value);
    }

    @Override
    public double readDouble(int address) {
        return (double) DOUBLES.get(bytes, address);
    }

    @Override
    public long readF64(int address) {
        return readLong(address);
    }

    @Override
    public void writeF64(int address, double value) {
        DOUBLES.set(bytes, address, value);
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    @Deprecated
    public Object lock(int address) {
        throw noThreads();
    }

    @Override
    @Deprecated
    public int waitOn(int address, int expected, long timeout) {
        throw noThreads();
    }

    @Override
    @Deprecated
    public int waitOn(int address, long expected, long timeout) {
        throw noThreads();
    }

    @Override
    @Deprecated
    public int notify(int address, int maxThreads) {
        throw noThreads();
    }

    private static UnsupportedOperationException noThreads() {
        return new UnsupportedOperationException("a module with threads is not admitted");
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
