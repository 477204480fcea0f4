package dev.orderwave.wasm.chicory;

import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import org.jspecify.annotations.NullMarked;

/// A module whose one instance handles all messages, so that any of them may find what an earlier one left.
///
/// Admitted, limited and watched like the others: the difference to them is the price of isolation. In the engine's
/// package, because the engine itself offers no such thing.
@NullMarked
public final class PooledProgram {

    private final LoadedModule module;
    private GuestInstance instance;

    private PooledProgram(LoadedModule module) {
        this.module = module;
        this.instance = started(module);
    }

    public static PooledProgram load(ModuleSource source, Sandbox sandbox) {
        var code = Code.of(source, sandbox.limits());
        return new PooledProgram(LoadedModule.of(source.info(), sandbox, code));
    }

    /// The text that the guest answered the message with. A guest that never gives memory back traps after some
    /// thousand messages: it goes on with a new instance.
    public byte[] run(byte[] message) {
        try {
            return watched(message);
        } catch (RuntimeException _) {
            instance.release();
            instance = started(module);
            return watched(message);
        }
    }

    private byte[] watched(byte[] message) {
        try (var _ = Watchdog.watch(module.limits().perCall())) {
            return instance.handle(message);
        }
    }

    private static GuestInstance started(LoadedModule module) {
        var instance = new GuestInstance(module);
        instance.start();
        return instance;
    }
}
