package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// One instance of a guest, for one message: its own memory, globals and tables, used by one thread and then let go.
///
/// The contract it speaks: `alloc` gives room for the message; `handle` takes the message and returns
/// `fault << 63 | pointer << 32 | length` of a UTF-8 text; with the fault bit the text is the guest's own error.
final class GuestInstance {

    private static final long POINTER = 0x7fff_ffffL;
    private static final long LENGTH = 0xffff_ffffL;

    private final LoadedModule module;
    private final FlatMemory memory;

    GuestInstance(LoadedModule module) {
        this.module = module;
        this.memory = new FlatMemory(module.memory(), module.limits().maxMemoryPages(), module.spare());
    }

    /// Whether the guest asked for more memory than it may have.
    boolean ranOutOfMemory() {
        return memory.refusedToGrow();
    }

    /// Makes the instance and runs what the module wants to run first.
    private Machine start() {
        var machine = Instance.builder(module.wasm())
                .withMachineFactory(module.machine())
                .withMemoryFactory(_ -> memory)
                .withTableFactory(GuestInstance::newTable)
                .withStart(false)
                .build()
                .getMachine();
        module.exports().initialize().ifPresent(function -> machine.call(function, new long[0]));
        return machine;
    }

    /// The limit of this guest: the host's, or its own if that is smaller.
    int maxMemoryBytes() {
        return Memory.bytes(memory.maximumPages());
    }

    /// Starts and asks for room for a byte: what cannot do this much will not handle a message.
    /// It also makes the JVM load and verify the guest's classes, which takes longer than many messages.
    long tryOut() {
        return alloc(start(), 1);
    }

    /// To be called when the work ended well and the guest will not run again.
    void end() {
        memory.giveBack();
    }

    byte[] handle(byte[] message) {
        var machine = start();
        var pointer = alloc(machine, message.length);
        if (message.length > 0 && (pointer == 0 || !memory.contains(pointer, message.length))) {
            throw failed(
                    GuestFault.BAD_ALLOC,
                    "alloc(%d) returned %d, which is no room in %,d bytes of memory"
                            .formatted(message.length, pointer, memory.size()));
        }
        memory.write((int) pointer, message);
        return text(machine.call(module.exports().handle(), new long[] {pointer, message.length})[0]);
    }

    private long alloc(Machine machine, int length) {
        return machine.call(module.exports().alloc(), new long[] {length})[0] & LENGTH;
    }

    private byte[] text(long result) {
        var pointer = result >>> 32 & POINTER;
        var length = result & LENGTH;
        if (length > module.limits().maxOutputBytes() || !memory.contains(pointer, length)) {
            throw failed(
                    GuestFault.BAD_OUTPUT,
                    "handle returned %,d bytes at %d, of %,d bytes of memory, and at most %,d are allowed"
                            .formatted(
                                    length,
                                    pointer,
                                    memory.size(),
                                    module.limits().maxOutputBytes()));
        }
        var bytes = memory.readBytes((int) pointer, (int) length);
        var text = decode(bytes);
        if (result < 0) {
            throw failed(GuestFault.GUEST_ERROR, text.toString());
        }
        return bytes;
    }

    private CharSequence decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw failed(GuestFault.BAD_OUTPUT, "handle returned a text that is not UTF-8");
        }
    }

    /// Chicory's own factory hands the same limits to each instance, and lets `table.grow` change them for all.
    private static TableInstance newTable(Table table, int initialValue) {
        var limits = new TableLimits(table.limits().min(), table.limits().max());
        return new TableInstance(new Table(table.elementType(), limits), initialValue);
    }

    private GuestException failed(GuestFault fault, String detail) {
        return GuestException.notHandled(module.info(), fault, detail);
    }
}
