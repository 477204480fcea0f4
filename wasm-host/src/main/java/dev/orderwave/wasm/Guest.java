package dev.orderwave.wasm;

import dev.orderwave.wasm.chicory.ChicoryProgram;
import dev.orderwave.wasm.chicory.Code;

/// A loaded module, ready for messages.
///
/// Safe for any number of callers at once, on platform and on virtual threads: each message has an instance to itself,
/// which carries nothing over from the one before (see [InstancePolicy]). Memory in use is therefore at most the number
/// of callers times
/// [Limits#maxMemoryBytes].
///
/// A module that breaks its contract or its limits ends the call with a [GuestException], never the caller's thread.
public final class Guest {

    private final ModuleInfo module;
    private final ChicoryProgram program;
    private final VerdictReader verdicts;

    private Guest(ModuleInfo module, ChicoryProgram program, VerdictReader verdicts) {
        this.module = module;
        this.program = program;
        this.verdicts = verdicts;
    }

    /// Admits the module and makes it ready to run.
    ///
    /// @throws GuestException if the module is not one this host runs; nothing of it stays behind
    public static Guest load(ModuleSource source, Sandbox sandbox) {
        return start(source.info(), Code.of(source, sandbox.limits()), sandbox);
    }

    static Guest start(ModuleInfo module, Code code, Sandbox sandbox) {
        return new Guest(
                module, ChicoryProgram.start(module, code, sandbox), new VerdictReader(module, sandbox.outputs()));
    }

    /// Lets the module decide about one message.
    ///
    /// @throws GuestException if the module failed to; the message was not handled
    public Verdict handle(byte[] message) {
        return verdicts.read(program.run(message));
    }

    /// How much heap it keeps while it does not run, besides its code.
    int keptBytes() {
        return program.keptBytes();
    }

    /// Which module this is.
    public ModuleInfo module() {
        return module;
    }
}
