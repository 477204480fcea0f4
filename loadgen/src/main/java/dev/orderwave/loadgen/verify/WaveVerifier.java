package dev.orderwave.loadgen.verify;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.order.Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads back what became of a wave, blob by blob.
public final class WaveVerifier {

    private final Witness witness;

    private WaveVerifier(Witness witness) {
        this.witness = witness;
    }

    public WaveVerifier(BlobStorage storage) {
        this((wave, since) -> new Inspection(storage, wave, since).evidence());
    }

    /// For outboxes that are folders here, `bindings.localstorage` in Dapr's words. What a module rejected is not among
    /// them, and so counts as lost.
    public static WaveVerifier ofFolder(Path outboxes) {
        return new WaveVerifier((wave, since) -> new FolderInspection(outboxes, wave, since).evidence());
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
        var evidence = witness.evidence(wave, since);
        return new Judgement(wave, evidence, timing.map(Punctuality::new)).verdict();
    }

    /// Whoever can read the outboxes.
    @FunctionalInterface
    private interface Witness {
        List<Evidence> evidence(Wave wave, Instant since);
    }
}
