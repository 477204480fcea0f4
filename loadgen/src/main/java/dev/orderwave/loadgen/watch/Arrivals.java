package dev.orderwave.loadgen.watch;

import dev.orderwave.azure.BlobContainer.StoredBlob;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.ledger.BlobName;
import dev.orderwave.loadgen.latency.Latencies;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.verify.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The blobs of a wave as one listing of the outboxes shows them: how many there are, and in which second each was
/// written. Names and times only; what is in them is for the verification.
final class Arrivals {

    static final String REJECTED = "rejected";

    private static final String REJECTED_OUTBOX = "rejected-outbox";

    private final Timing timing;
    private final Latencies latencies;

    /// Per stage, how many came by the end of which second.
    private final Map<String, NavigableMap<Instant, Long>> perSecond = new HashMap<>();

    private Arrivals(Timing timing) {
        this.timing = timing;
        this.latencies = new Latencies(timing.resolution());
    }

    /// What there is before anybody looked.
    static Arrivals none(Timing timing) {
        return new Arrivals(timing);
    }

    /// One request per 5,000 blobs.
    static Arrivals list(BlobStorage storage, Timing timing) {
        var arrivals = new Arrivals(timing);
        for (var outbox : Outbox.values()) {
            storage.container(outbox.container()).forEach(blob -> arrivals.add(outbox.stage(), blob));
        }
        storage.container(REJECTED_OUTBOX).forEach(blob -> arrivals.add(REJECTED, blob));
        return arrivals;
    }

    private void add(String stage, StoredBlob blob) {
        var due = orderId(blob).flatMap(timing.due()::of);
        var arrival = timing.arrival(blob);
        if (due.isPresent() && arrival.isPresent()) {
            perSecond.computeIfAbsent(stage, _ -> new TreeMap<>()).merge(arrival.get(), 1L, Long::sum);
            if (!stage.equals(REJECTED)) {
                latencies.record(stage, Duration.between(due.get(), arrival.get()));
            }
        }
    }

    private static Optional<Integer> orderId(StoredBlob blob) {
        try {
            return Optional.of(Integer.parseInt(new BlobName(blob.name()).orderId()));
        } catch (NumberFormatException noOrder) {
            return Optional.empty();
        }
    }

    /// How many blobs there were at a moment, as far as whole seconds tell.
    long by(String stage, Instant moment) {
        return perSecond(stage).headMap(moment, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// The end of the second in which the last blob was written; empty if there is none.
    Optional<Instant> last() {
        return perSecond.values().stream().map(NavigableMap::lastKey).max(Instant::compareTo);
    }

    Map<String, Latency> latencies() {
        return latencies.summary();
    }

    private NavigableMap<Instant, Long> perSecond(String stage) {
        return perSecond.getOrDefault(stage, new TreeMap<>());
    }
}
