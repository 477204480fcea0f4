package dev.orderwave.loadgen.watch;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.latency.Timing;
import java.time.Duration;

/// Lists the outboxes now and then. To list takes the longer the more blobs there are, and where storage is one process
/// it takes the time of those who write; so it is done the less often the longer it takes.
final class OutboxWatch {

    /// No more than a tenth of the time is spent on listing.
    private static final int REST = 9;

    private final BlobStorage storage;
    private final Timing timing;
    private Arrivals last;
    private long restUntil = System.nanoTime();
    private long listedAt = System.nanoTime();

    OutboxWatch(BlobStorage storage, Timing timing) {
        this.storage = storage;
        this.timing = timing;
        this.last = Arrivals.none(timing);
    }

    /// As it is now, or was a while ago.
    Arrivals look() {
        return System.nanoTime() < restUntil ? last : lookNow();
    }

    Arrivals lookNow() {
        long start = System.nanoTime();
        last = Arrivals.list(storage, timing);
        listedAt = System.nanoTime();
        restUntil = listedAt + REST * (listedAt - start);
        return last;
    }

    /// How old the last look is.
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - listedAt);
    }
}
