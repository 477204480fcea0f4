package dev.orderwave.benchmarks.density;

import dev.orderwave.wasm.ClassCache;
import dev.orderwave.wasm.Guest;
import dev.orderwave.wasm.GuestCache;
import dev.orderwave.wasm.ModuleSource;
import dev.orderwave.wasm.Sandbox;
import dev.orderwave.wasm.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Calls many modules in one JVM, each once and in turn, and prints one line: milliseconds per first call, and what the
/// process took of memory.
///
///     Density compile|cold|equal|again MODULE CLASSES HOW-MANY LOADED-BYTES
///
/// `compile` compiles distinct modules into the folder CLASSES; `cold` calls them from there; `equal` calls as
/// many names of one and the same module; `again` calls a hundred that are loaded.
public final class Density {
    private static final byte[] ORDER = "{\"orderId\":4711,\"delivery\":\"Express\"}".getBytes(StandardCharsets.UTF_8);
    private static final int HOT = 100;
    private static final int ROUNDS = 200;

    private final GuestCache guests;

    private Density(DistinctModules modules, ClassCache classes, boolean equal, long loadedBytes) {
        this.guests = new GuestCache(
                name -> ModuleSource.compiledOnce(name, modules.module(equal ? 0 : Integer.parseInt(name)), classes),
                Sandbox.granting("express", "standard"),
                loadedBytes);
    }

    public static void main(String[] arguments) throws IOException {
        var mode = arguments[0];
        var classes = ClassCache.inFolder(Path.of(arguments[2]));
        var count = Integer.parseInt(arguments[3]);
        var density = new Density(
                new DistinctModules(Files.readAllBytes(Path.of(arguments[1]))),
                classes,
                mode.equals("equal"),
                Long.parseLong(arguments[4]));
        density.call(0); // the JVM's own start is nobody's first call
        var millis = mode.equals("again") ? density.again() : density.once(count);
        IO.println("%-8s %,6d modules  %s  %s".formatted(mode, count, times(millis), Memory.ofThisProcess()));
    }

    private double[] once(int count) {
        var millis = new double[count];
        for (int module = 0; module < count; module++) {
            millis[module] = call(module + 1);
        }
        return millis;
    }

    private double[] again() {
        once(HOT);
        var millis = new double[HOT * ROUNDS];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = call(1 + i % HOT);
        }
        return millis;
    }

    private double call(int module) {
        var start = System.nanoTime();
        Guest guest = guests.guest(Integer.toString(module));
        var verdict = guest.handle(ORDER);
        var end = System.nanoTime();
        if (!(verdict instanceof Verdict.Emit)) {
            throw new IllegalStateException("module %d said %s".formatted(module, verdict));
        }
        return (end - start) / 1e6;
    }

    private static String times(double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "median %.3f ms  p99 %.3f ms  all %,.0f ms",
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                Arrays.stream(sorted).sum());
    }
}
