package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/// One instance of a guest: its own memory, globals and world, used by one thread at a time.
///
/// A reactor's `handle` returns `fault << 63 | pointer << 32 | length` of a UTF-8 text; with the fault bit the text is
/// the guest's own error. A command's text is what it wrote to stdout; if its exit code is not 0, its error is what it
/// wrote to stderr.
///
/// Whatever runs guest code belongs under the watchdog: [#start], [#tryOut] and [#handle].
final class GuestInstance {

    private static final long POINTER = 0x7fff_ffffL;
    private static final long LENGTH = 0xffff_ffffL;
    private static final long[] NO_ARGUMENTS = {};
    private static final byte[] NOTHING = {};

    private final LoadedModule module;
    private final FlatMemory memory;
    private final SealedWorld world;
    private Optional<Instance> built = Optional.empty();

    GuestInstance(LoadedModule module) {
        this.module = module;
        this.memory = new FlatMemory(
                module.memory(), module.limits().maxMemoryPages(), module.code().data());
        this.world = new SealedWorld(
                memory, module.sandbox().capabilities(), module.limits().maxOutputBytes());
    }

    /// Whether the guest asked for more memory than it may have.
    boolean ranOutOfMemory() {
        return memory.refusedToGrow();
    }

    /// Whether there was too little left of the memory that all guests share.
    boolean foundHostFull() {
        return memory.refusedByHost();
    }

    /// The limit of this guest: the host's, or its own if that is smaller.
    int maxMemoryBytes() {
        return Memory.bytes(memory.maximumPages());
    }

    /// What the guest wrote to stderr: often the reason of a trap.
    String lastWords() {
        return world.stderr();
    }

    boolean isStarted() {
        return built.isPresent();
    }

    /// Begins as if it had never run, and runs what the module wants to run first.
    void start() {
        begin();
        if (module.contract() instanceof Contract.Reactor reactor
                && reactor.initialize().isPresent()) {
            call(reactor.initialize().getAsInt(), NO_ARGUMENTS);
        }
    }

    /// Begins where it was when the snapshot was taken.
    void startFrom(Snapshot snapshot) {
        begin();
        restore(snapshot);
        memory.claim();
    }

    /// Makes an instance that was released ready to run again.
    void claim() {
        memory.claim();
    }

    /// Its memory counts as free for others while it does not run.
    void release() {
        memory.release();
    }

    /// Asks for room for a byte: what cannot do this much will not handle a message. It also makes the JVM load and
    /// verify the guest's classes, which takes longer than many messages.
    void tryOut() {
        if (module.contract() instanceof Contract.Reactor reactor) {
            alloc(reactor, 1);
        }
    }

    /// The text that the guest answers the message with.
    byte[] handle(byte[] message) {
        world.reset(message);
        // No switch: for one over types the JVM makes code anew in each process.
        return module.contract() instanceof Contract.Reactor reactor
                ? handle(reactor, message)
                : run((Contract.Command) module.contract());
    }

    /// To be called when the work ended well: nothing of it is left, and the instance may start again.
    void end() {
        world.reset(NOTHING);
        memory.wipe();
        memory.release();
    }

    Snapshot snapshot() {
        return new Snapshot(
                memory.snapshot(),
                globals()
                        .mapToLong(global -> instance().global(global).getValueLow())
                        .toArray());
    }

    /// Tables need no restoring, because a guest that is admitted cannot change one.
    void restore(Snapshot snapshot) {
        memory.restore(snapshot.memory);
        globals().forEach(global -> instance().global(global).setValueLow(snapshot.globals[global]));
        world.reset(NOTHING);
    }

    private IntStream globals() {
        return IntStream.range(0, instance().globalCount());
    }

    /// The engine makes the globals and has the memory filled anew each time. What else an instance is made of no guest
    /// can change, and to make it takes longer than the rest of a call.
    private void begin() {
        if (built.isEmpty()) {
            built = Optional.of(build());
        }
        instance().initialize(false);
    }

    private Instance build() {
        var builder = Instance.builder(module.code().wasm())
                .withMachineFactory(module.code().machine())
                .withMemoryFactory(_ -> memory)
                .withTableFactory((_, _) -> module.code().table().orElseThrow())
                .withInitialize(false);
        if (!module.imports().isEmpty()) {
            builder.withImportValues(world.imports(module.imports()));
        }
        return builder.build();
    }

    private Instance instance() {
        return built.orElseThrow();
    }

    private long[] call(int function, long[] arguments) {
        return instance().getMachine().call(function, arguments);
    }

    private byte[] handle(Contract.Reactor reactor, byte[] message) {
        var pointer = alloc(reactor, message.length);
        if (message.length > 0 && (pointer == 0 || !memory.contains(pointer, message.length))) {
            throw failed(
                    GuestFault.BAD_ALLOC,
                    "alloc(%d) returned %d, which is no room in %,d bytes of memory"
                            .formatted(message.length, pointer, memory.size()));
        }
        memory.write((int) pointer, message);
        return text(call(reactor.handle(), new long[] {pointer, message.length})[0]);
    }

    private long alloc(Contract.Reactor reactor, int length) {
        return call(reactor.alloc(), new long[] {length})[0] & LENGTH;
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

    private byte[] run(Contract.Command command) {
        try {
            call(command.start(), NO_ARGUMENTS);
        } catch (GuestExit exit) {
            if (exit.code() != 0) {
                throw failed(GuestFault.GUEST_ERROR, "exit code " + exit.code() + " " + world.stderr());
            }
        }
        var bytes = world.stdout();
        if (bytes.length > module.limits().maxOutputBytes()) {
            throw failed(
                    GuestFault.BAD_OUTPUT,
                    "it wrote more than the %,d bytes to stdout that are allowed"
                            .formatted(module.limits().maxOutputBytes()));
        }
        decode(bytes);
        return bytes;
    }

    private CharSequence decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw failed(GuestFault.BAD_OUTPUT, "its text is not UTF-8");
        }
    }

    private GuestException failed(GuestFault fault, String detail) {
        return GuestException.notHandled(module.info(), fault, detail);
    }

    /// An instance at one moment: all that a guest can change.
    static final class Snapshot {
        private final FlatMemory.Snapshot memory;
        private final long[] globals;

        private Snapshot(FlatMemory.Snapshot memory, long[] globals) {
            this.memory = memory;
            this.globals = globals;
        }

        int size() {
            return memory.size();
        }
    }
}
