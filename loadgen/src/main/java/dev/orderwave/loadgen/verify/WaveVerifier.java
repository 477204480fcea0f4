package dev.orderwave.loadgen.verify;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads back what became of a wave, blob by blob.
public final class WaveVerifier {

    private final BlobStorage storage;

    public WaveVerifier(BlobStorage storage) {
        this.storage = storage;
    }

    /// Takes every blob as this wave's; right for containers that were empty, or held other ids only. Says nothing of
    /// latencies, for want of knowing when orders were due.
    ///
    /// @throws AzureException if an outbox cannot be read
    public WaveVerification verify(List<Order> orders) {
        return verify(orders, Instant.EPOCH, Optional.empty());
    }

    /// Blobs written before the first order was due do not count: a wave that lost orders must not look clean because
    /// an earlier one with the same ids left its blobs behind.
    ///
    /// @throws AzureException if an outbox cannot be read
    public WaveVerification verify(List<Order> orders, Timing timing) {
        return verify(orders, timing.start(), Optional.of(timing));
    }

    private WaveVerification verify(List<Order> orders, Instant since, Optional<Timing> timing) {
        var wave = Wave.of(orders);
        var evidence = new Inspection(storage, wave, since).evidence();
        return new Judgement(wave, evidence, timing.map(Punctuality::new)).verdict();
    }
}
