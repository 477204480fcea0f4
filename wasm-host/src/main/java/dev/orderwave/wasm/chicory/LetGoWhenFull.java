package dev.orderwave.wasm.chicory;

import java.lang.ref.SoftReference;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/// What is kept because it may be of use again, one thing per processor. When the heap gets full, the garbage collector
/// takes all of it: the next call makes its own.
final class LetGoWhenFull<T> {

    private volatile SoftReference<ArrayBlockingQueue<T>> kept = new SoftReference<>(empty());

    /// One of the things that were kept, if there is one.
    @Nullable
    T poll() {
        var things = kept.get();
        return things == null ? null : things.poll();
    }

    /// Keeps it if there is room.
    void offer(T thing) {
        var things = kept.get();
        if (things == null) {
            things = empty();
            kept = new SoftReference<>(things);
        }
        things.offer(thing);
    }

    private static <T> ArrayBlockingQueue<T> empty() {
        return new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
    }
}
