package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.CompiledModule;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns an admitted module into JVM classes, within a deadline. Never into a program for the interpreter, which is 200
/// times slower and cannot be stopped.
///
/// The compiler ignores interrupts: at the deadline the wait ends, its thread only some seconds later. What bounds
/// those is the admission.
final class Compilation {

    private final ModuleInfo module;

    Compilation(ModuleInfo module) {
        this.module = module;
    }

    Function<Instance, Machine> compile(byte[] wasm, Duration limit) {
        var compilation = new FutureTask<>(() -> compile(wasm));
        Thread.ofPlatform().daemon().name("wasm-compiler " + module.name()).start(compilation);
        try {
            return compilation.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw refused(GuestFault.LOAD_TIMEOUT, "compiling took longer than " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(GuestFault.INTERRUPTED, "the loading thread was interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private Function<Instance, Machine> compile(byte[] wasm) {
        var parsed = Parser.parse(wasm);
        checkOpcodes(parsed);
        var compiled = MachineFactoryCompiler.builder(parsed)
                .withInterpreterFallback(InterpreterFallback.FAIL)
                .compile();
        // Not the factory itself: it would insist on, and keep in memory, the module with its code.
        return ((CompiledModule) compiled).machineFactory();
    }

    private void checkOpcodes(WasmModule parsed) {
        for (var body : parsed.codeSection().functionBodies()) {
            for (var instruction : body.instructions()) {
                if (!Opcodes.isAllowed(instruction.opcode())) {
                    throw refused(GuestFault.FEATURE, "it uses the instruction " + instruction.opcode());
                }
            }
        }
    }

    private GuestException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case GuestException refused -> refused;
            case ChicoryException e -> refused(GuestFault.INVALID, String.valueOf(e.getMessage()));
            case OutOfMemoryError e -> refused(GuestFault.LIMIT, "compiling it takes more heap than there is");
            case null, default -> refused(GuestFault.INVALID, "it cannot be compiled: " + cause);
        };
    }

    private GuestException refused(GuestFault fault, String detail) {
        return GuestException.notLoaded(module, fault, detail);
    }
}
