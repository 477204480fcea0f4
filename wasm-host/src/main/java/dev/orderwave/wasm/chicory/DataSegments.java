package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import java.util.ArrayList;
import java.util.List;

/// What a module puts into the memory of each instance: at once, or when its code asks for it.
///
/// Kept apart from the module because the engine hands out a copy of a segment to whoever looks at it, which would be
/// the half of what an instance costs.
final class DataSegments {

    private final List<Placed> placed = new ArrayList<>();
    private final byte[][] segments;

    DataSegments(WasmModule wasm) {
        var constants = new Constants(wasm);
        var declared = wasm.dataSection().dataSegments();
        segments = new byte[declared.length][];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = declared[i].data();
            if (declared[i] instanceof ActiveDataSegment active) {
                placed.add(new Placed(constants.value(active.offsetInstructions()), segments[i]));
            }
        }
    }

    /// Writes what belongs there from the beginning.
    ///
    /// @throws IndexOutOfBoundsException if it does not fit
    void writeTo(FlatMemory memory) {
        for (var segment : placed) {
            memory.write(segment.address, segment.bytes);
        }
    }

    /// What the code may ask for, by the number of the segment. Not to be changed.
    byte[] bytes(int segment) {
        return segments[segment];
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Placed(int address, byte[] bytes) {}
}
