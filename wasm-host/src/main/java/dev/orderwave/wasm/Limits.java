package dev.orderwave.wasm;

import java.time.Duration;

/// What one module may take.
///
/// @param perCall longest time for one message, the making of its instance included; a time in which the whole process
///     stood still does not count
/// @param toLoad longest time the compiler may take
/// @param maxModuleBytes largest module that is looked at
/// @param maxMemoryBytes largest memory of one instance; whole pages of 64 KiB
/// @param maxOutputBytes longest verdict
public record Limits(Duration perCall, Duration toLoad, int maxModuleBytes, int maxMemoryBytes, int maxOutputBytes) {

    /// Generous for an order, harmless for the host: 250 ms, 16 MiB of memory, a verdict of 1 MiB, a module of 4 MiB.
    public static final Limits DEFAULT =
            new Limits(Duration.ofMillis(250), Duration.ofSeconds(15), 4 << 20, 16 << 20, 1 << 20);

    private static final int PAGE = 1 << 16;

    public Limits {
        requirePositive("perCall", perCall);
        requirePositive("toLoad", toLoad);
        requireAtLeast(8, "maxModuleBytes", maxModuleBytes);
        requireAtLeast(PAGE, "maxMemoryBytes", maxMemoryBytes);
        requireAtLeast(1, "maxOutputBytes", maxOutputBytes);
    }

    /// [#maxMemoryBytes] in pages of 64 KiB, the unit modules count in.
    public int maxMemoryPages() {
        return maxMemoryBytes / PAGE;
    }

    public Limits withPerCall(Duration duration) {
        return new Limits(duration, toLoad, maxModuleBytes, maxMemoryBytes, maxOutputBytes);
    }

    public Limits withToLoad(Duration duration) {
        return new Limits(perCall, duration, maxModuleBytes, maxMemoryBytes, maxOutputBytes);
    }

    public Limits withMaxModuleBytes(int bytes) {
        return new Limits(perCall, toLoad, bytes, maxMemoryBytes, maxOutputBytes);
    }

    public Limits withMaxMemoryBytes(int bytes) {
        return new Limits(perCall, toLoad, maxModuleBytes, bytes, maxOutputBytes);
    }

    public Limits withMaxOutputBytes(int bytes) {
        return new Limits(perCall, toLoad, maxModuleBytes, maxMemoryBytes, bytes);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, was " + value);
        }
    }

    private static void requireAtLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }
}
