package dev.orderwave.processor;

import dev.orderwave.wasm.ModuleInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers which messages a module failed on, so that one that fails every time is not run a thousand times before
/// its queue gives it up: each run may cost all the time that a module is allowed.
final class Failures {
    /// After so many failures of one module on one message the module is not run on it again.
    static final int MOST = 10;

    private static final int MOST_REMEMBERED = 10_000;
    /// A while after the last failure the memory is empty again, and looking into it costs nothing.
    private static final long MEMORY = Duration.ofMinutes(10).toNanos();

    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private volatile boolean some;
    private volatile long lastFailure;

    /// How often the module has failed on this message.
    int count(ModuleInfo module, byte[] message) {
        if (!some) {
            return 0;
        }
        if (System.nanoTime() - lastFailure > MEMORY) {
            forgetAll();
            return 0;
        }
        synchronized (counts) {
            return counts.getOrDefault(key(module, message), 0);
        }
    }

    void add(ModuleInfo module, byte[] message) {
        synchronized (counts) {
            counts.merge(key(module, message), 1, Integer::sum);
            lastFailure = System.nanoTime();
            some = true;
        }
    }

    private void forgetAll() {
        synchronized (counts) {
            counts.clear();
            some = false;
        }
    }

    private static String key(ModuleInfo module, byte[] message) {
        return BlobName.of(Optional.of(module.sha256()), message);
    }
}
