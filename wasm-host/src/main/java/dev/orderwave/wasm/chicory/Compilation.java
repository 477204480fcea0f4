package dev.orderwave.wasm.chicory;

import static java.lang.System.Logger.Level.WARNING;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.CompiledModule;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.orderwave.wasm.ClassCache;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import dev.orderwave.wasm.admission.AdmittedModule;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns an admitted module into JVM classes, within a deadline. Never into a program for the interpreter, which is 200
/// times slower and cannot be stopped.
///
/// The compiler ignores interrupts: at the deadline the wait ends, its thread only some seconds later. The admission
/// bounds those; and only one module is compiled at a time in the whole JVM, so that however many are loaded at once,
/// they take one processor and the heap of one.
final class Compilation {

    private static final System.Logger LOG = System.getLogger("dev.orderwave.wasm");
    private static final Semaphore TURN = new Semaphore(1, true);

    private final ModuleInfo module;
    private final ClassCache classes;

    Compilation(ModuleInfo module, ClassCache classes) {
        this.module = module;
        this.classes = classes;
    }

    /// What makes a machine for each instance. Either the classes are there from an earlier time, or the module is
    /// compiled now.
    ///
    /// @param wasm the module without its code
    /// @param limit longest time to compile it
    Function<Instance, Machine> machine(WasmModule wasm, AdmittedModule admitted, Duration limit) {
        return fromCache(wasm).orElseGet(() -> compile(admitted.complete(), limit));
    }

    private Optional<Function<Instance, Machine>> fromCache(WasmModule wasm) {
        try {
            return classes.find(module.sha256())
                    .map(jar -> factory(MachineFactoryCompiler.builder(wasm).withCache(new KeptJar(jar))));
        } catch (IOException | RuntimeException | LinkageError e) {
            // Damaged, or of another time: it is made again.
            return Optional.empty();
        }
    }

    private Function<Instance, Machine> compile(byte[] wasm, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        try {
            if (!TURN.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw refused(GuestFault.LOAD_TIMEOUT, "others were being compiled for " + limit.toMillis() + " ms");
            }
            return start(wasm).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw refused(GuestFault.LOAD_TIMEOUT, "compiling took longer than " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(GuestFault.INTERRUPTED, "the loading thread was interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /// The turn ends with the thread, not with the wait for it.
    private Future<Function<Instance, Machine>> start(byte[] wasm) {
        var compilation = new FutureTask<>(() -> compile(wasm));
        var thread = Thread.ofPlatform().daemon().name("wasm-compiler " + module.name());
        thread.start(() -> {
            try {
                compilation.run();
            } finally {
                TURN.release();
            }
        });
        return compilation;
    }

    private Function<Instance, Machine> compile(byte[] wasm) {
        var parsed = Parser.parse(wasm);
        var jar = new NewJar();
        var factory = factory(MachineFactoryCompiler.builder(parsed).withCache(jar));
        try {
            classes.keep(module.sha256(), jar.bytes());
        } catch (IOException e) {
            LOG.log(
                    WARNING,
                    () -> "Module %s will be compiled again the next time: its classes could not be kept: %s"
                            .formatted(module, e));
        }
        return factory;
    }

    /// Not the compiler's own factory: it would insist on, and keep in memory, the module with its code.
    private static Function<Instance, Machine> factory(MachineFactoryCompiler.Builder compiler) {
        var compiled =
                compiler.withInterpreterFallback(InterpreterFallback.FAIL).compile();
        return ((CompiledModule) compiled).machineFactory();
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

    /// Hands out the classes of an earlier time, whatever they are asked by.
    private record KeptJar(byte[] bytes) implements Cache {

        @Override
        public byte[] get(String key) {
            return bytes;
        }

        @Override
        public void putIfAbsent(String key, byte[] data) {}
    }

    /// Catches the classes that the compiler makes.
    private static final class NewJar implements Cache {
        private byte[] bytes = {};

        @Override
        public byte @Nullable [] get(String key) {
            return null;
        }

        @Override
        public void putIfAbsent(String key, byte[] data) {
            bytes = data;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
