package dev.orderwave.loadgen.verify;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.order.Order;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/// Reads back what became of a wave, blob by blob.
public final class WaveVerifier {

    private final BlobStorage storage;

    public WaveVerifier(BlobStorage storage) {
        this.storage = storage;
    }

    /// Takes every blob as this wave's; right for containers that were empty, or held other ids only.
    ///
    /// @throws AzureException if an outbox cannot be read
    public WaveVerification verify(Collection<Order> orders) {
        return verify(orders, Instant.EPOCH);
    }

    /// Blobs written before `since` do not count: a wave that lost orders must not look clean because an earlier
    /// one with the same ids left its blobs behind. Storage keeps whole seconds, so `since` is rounded down.
    ///
    /// @param since the wave's due time, by a clock that agrees with the storage's
    /// @throws AzureException if an outbox cannot be read
    public WaveVerification verify(Collection<Order> orders, Instant since) {
        var wave = Wave.of(orders);
        var inspection = new Inspection(storage, wave, since.truncatedTo(ChronoUnit.SECONDS));
        return new Judgement(wave, inspection.evidence()).verdict();
    }
}
