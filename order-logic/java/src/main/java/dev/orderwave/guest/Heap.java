package dev.orderwave.guest;

import org.teavm.backend.wasm.WasmHeap;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.GC;
import org.teavm.runtime.RuntimeObject;

/// Memory for a guest that handles one message and is thrown away: the next free bytes, never given back. The build
/// puts it in the place of TeaVM's garbage collector.
@StaticInit
@Unmanaged
public final class Heap {

    private static Address next = WasmHeap.heapAddress;

    private Heap() {}

    /// Room for an object. What is in there is not defined.
    public static RuntimeObject alloc(int size) {
        var object = next;
        var end = object.add(size);
        if (WasmHeap.heapAddress.add(WasmHeap.heapSize).isLessThan(end)) {
            growTo(end.toInt() - WasmHeap.heapAddress.toInt());
        }
        next = end;
        return object.toStructure();
    }

    /// Grows to at least twice the size, because growing is what costs. What is too much is asked for all the same:
    /// a host that refuses it knows why the guest ends.
    private static void growTo(int needed) {
        if (needed > WasmHeap.maxHeapSize) {
            WasmHeap.growMemory(needed / WasmHeap.PAGE_SIZE);
            GC.outOfMemory();
        }
        WasmHeap.resizeHeap(Math.min(Math.max(needed, 2 * WasmHeap.heapSize), WasmHeap.maxHeapSize));
    }
}
