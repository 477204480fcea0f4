package dev.orderwave.servicebus.internal.journal;

import org.h2.mvstore.MVStore;

/// Keeps the file near the size of what is in it, a little at a time, because clients wait meanwhile.
final class Space {
    /// The store finds its newest commit by a header that may be 20 commits old, and by what has been written since.
    /// Written over sooner, one of these would let a crash at the wrong moment bring an older state back.
    private static final int COMMITS_KEPT = 32;

    private static final int COMMITS_BETWEEN = 64;
    private static final int ENOUGH_LIVE_PERCENT = 50;
    private static final int REWRITTEN_AT_ONCE = 1024 * 1024;
    private static final long WORTH_SHRINKING = 8 * 1024 * 1024;
    private static final int SHRINKING_MILLIS = 20;
    private final MVStore store;
    private int commits;

    Space(MVStore store) {
        this.store = store;
        store.setRetentionTime(0);
        store.setVersionsToKeep(COMMITS_KEPT);
    }

    void committed() {
        if (++commits % COMMITS_BETWEEN != 0) {
            return;
        }
        var file = store.getFileStore();
        var livePercent = file.getChunksFillRate();
        var live = file.size() * file.getFillRate() / 100 * livePercent / 100;
        if (file.size() > WORTH_SHRINKING && live < file.size() / 8) {
            store.compactFile(SHRINKING_MILLIS);
        } else if (livePercent < ENOUGH_LIVE_PERCENT) {
            store.compact(ENOUGH_LIVE_PERCENT, REWRITTEN_AT_ONCE);
        }
    }
}
