package dev.orderwave.loadgen.latency;

import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Latency.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Latencies as they are seen, in memory that does not grow with their number.
public final class LatencyHistogram {

    /// Right to the millisecond up to half a minute, then to a ten-thousandth.
    private static final int DIGITS = 4;

    /// As many as a picture shows well.
    private static final int BUCKETS = 60;

    private final Histogram millis = new Histogram(DIGITS);

    /// A latency below nothing, which clocks that are set meanwhile can bring about, counts as none.
    public void record(Duration latency) {
        millis.recordValue(Math.max(0, latency.toMillis()));
    }

    public boolean isEmpty() {
        return millis.getTotalCount() == 0;
    }

    /// @param resolution how much a single latency may be overstated
    public Latency summary(Duration resolution) {
        return new Latency(
                millis.getTotalCount(),
                millis.getMean(),
                isEmpty() ? 0 : millis.getMinValue(),
                at(50),
                at(90),
                at(95),
                at(99),
                at(99.9),
                millis.getMaxValue(),
                resolution.toMillis(),
                buckets());
    }

    private long at(double percentile) {
        return millis.getValueAtPercentile(percentile);
    }

    private List<Bucket> buckets() {
        var buckets = new ArrayList<Bucket>();
        for (var bucket : millis.linearBucketValues(width())) {
            if (bucket.getCountAddedInThisIterationStep() > 0) {
                buckets.add(new Bucket(bucket.getValueIteratedTo(), bucket.getCountAddedInThisIterationStep()));
            }
        }
        return buckets;
    }

    /// Whole seconds, because storage tells no less.
    private long width() {
        return 1000 * Math.ceilDiv(millis.getMaxValue() + 1, 1000L * BUCKETS);
    }
}
