package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.azure.AzureException;
import dev.orderwave.loadgen.azure.BlobStorage;
import java.util.stream.Stream;

/// Tells how far a wave has come. Cheap enough to ask every second or so: names only, nothing is compared.
public final class WaveWatch {

    private final BlobStorage storage;

    public WaveWatch(BlobStorage storage) {
        this.storage = storage;
    }

    /// How many blobs the three outboxes hold, earlier waves' included: subtract what it was before the wave.
    ///
    /// @throws AzureException if an outbox cannot be read
    public int endings() {
        return Stream.of(Outbox.EXPRESS.container(), Outbox.STANDARD.container(), Rejection.CONTAINER)
                .mapToInt(name -> storage.container(name).list().size())
                .sum();
    }
}
