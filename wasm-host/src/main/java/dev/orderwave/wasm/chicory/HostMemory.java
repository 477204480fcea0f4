package dev.orderwave.wasm.chicory;

import java.util.concurrent.atomic.AtomicLong;

/// The part of the heap that the memories of all running instances, of whatever guest, may take together.
///
/// Each guest keeps to its own limit, but there may be many at once, and a heap that runs out takes the whole process
/// along. So the guest that asks for what is not there fails, and its message is delivered again.
final class HostMemory {

    /// Half of the rest is for the moment in which a memory that grows is there twice.
    private static final int SHARE_OF_HEAP = 3;

    static final HostMemory SHARED = new HostMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    HostMemory(long most) {
        this.most = most;
    }

    long most() {
        return most;
    }

    /// Takes so many bytes, or none if there are not so many.
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
