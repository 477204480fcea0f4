package dev.orderwave.wasm.chicory;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import dev.orderwave.wasm.GuestException;
import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import dev.orderwave.wasm.Sandbox;
import java.time.Duration;
import java.util.function.Supplier;

/// A module that was admitted and compiled. Each run has an instance to itself, under the watchdog.
public final class ChicoryProgram {

    /// In the time of how many messages the first instance has to start: its JVM classes are loaded and verified then.
    private static final int CALLS_TO_START = 4;

    private final LoadedModule module;
    private final Instances instances;

    private ChicoryProgram(LoadedModule module, Instances instances) {
        this.module = module;
        this.instances = instances;
    }

    /// @throws GuestException if its first instance does not get going
    public static ChicoryProgram start(ModuleInfo info, Code code, Sandbox sandbox) {
        var module = LoadedModule.of(info, sandbox, code);
        return new ChicoryProgram(module, instances(module));
    }

    private static Instances instances(LoadedModule module) {
        EngineClasses.initialize(module.sandbox().capabilities());
        var first = new GuestInstance(module);
        // Not Duration.multipliedBy: it computes by BigDecimal, whose tables take longer to make than the instance.
        var limit = Duration.ofNanos(module.limits().perCall().toNanos() * CALLS_TO_START);
        return inTime(module, first, limit, GuestException::notLoaded, () -> {
            first.start();
            var instances = switch (module.sandbox().instances()) {
                case FRESH -> new FreshInstances(module);
                case SNAPSHOT -> new SnapshotInstances(module, first.snapshot());
            };
            first.tryOut();
            first.release();
            return instances;
        });
    }

    /// How much heap it keeps while it does not run, besides its code.
    public int keptBytes() {
        return instances.keptBytes();
    }

    /// The text that the guest answered the message with.
    ///
    /// @throws GuestException if there is none
    public byte[] run(byte[] message) {
        var instance = instances.take();
        return inTime(
                module,
                instance,
                module.limits().perCall(),
                GuestException::notHandled,
                new Run(instances, instance, message));
    }

    /// The one place where guest code runs. Whatever comes out of it is caught: a guest must not take its caller along.
    private static <T> T inTime(
            LoadedModule module, GuestInstance instance, Duration limit, Failure failure, Supplier<T> work) {
        var call = Watchdog.watch(limit);
        var isDone = false;
        try (call) {
            var result = work.get();
            isDone = true;
            return result;
        } catch (GuestException e) {
            throw e;
        } catch (ChicoryInterruptedException e) {
            throw call.isLate()
                    ? failure.of(module.info(), GuestFault.TIMEOUT, "it ran longer than " + limit.toMillis() + " ms")
                    : failure.of(module.info(), GuestFault.INTERRUPTED, "the calling thread was interrupted");
        } catch (StackOverflowError e) {
            throw failure.of(module.info(), GuestFault.STACK, "it called itself too deeply");
        } catch (OutOfMemoryError e) {
            throw failure.of(module.info(), GuestFault.MEMORY, "the host has no heap left for it");
        } catch (RuntimeException | LinkageError e) {
            throw trap(e, module, instance, failure);
        } finally {
            if (!isDone) {
                instance.release();
            }
        }
    }

    private static GuestException trap(Throwable trap, LoadedModule module, GuestInstance instance, Failure failure) {
        if (trap.getCause() instanceof StackOverflowError) {
            return failure.of(module.info(), GuestFault.STACK, "it called itself too deeply");
        }
        if (instance.foundHostFull()) {
            return failure.of(
                    module.info(),
                    GuestFault.MEMORY,
                    "all guests that run now have the %,d bytes that they may have together"
                            .formatted(HostMemory.SHARED.most()));
        }
        if (instance.ranOutOfMemory()) {
            return failure.of(
                    module.info(),
                    GuestFault.MEMORY,
                    "it needed more memory than the %,d bytes it may have".formatted(instance.maxMemoryBytes()));
        }
        var reason = trap instanceof IndexOutOfBoundsException ? "out of bounds memory access" : trap.getMessage();
        var trapped = failure.of(
                module.info(),
                GuestFault.TRAP,
                (reason == null ? trap.toString() : reason) + " " + instance.lastWords());
        trapped.initCause(trap);
        return trapped;
    }

    /// Puts a message to an instance. Not a lambda: each message would pay for the making (ADR 0031).
    private record Run(Instances instances, GuestInstance instance, byte[] message) implements Supplier<byte[]> {
        @Override
        public byte[] get() {
            instances.ready(instance);
            var text = instance.handle(message);
            instances.giveBack(instance);
            return text;
        }
    }

    /// How a failure is told, depending on when it happens.
    private interface Failure {
        GuestException of(ModuleInfo module, GuestFault fault, String detail);
    }
}
