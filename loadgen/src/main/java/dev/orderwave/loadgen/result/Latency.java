package dev.orderwave.loadgen.result;

import java.util.List;

/// A distribution of latencies, in milliseconds.
///
/// @param resolutionMs how exact a single latency is: storage tells the creation of a blob in whole seconds
/// @param buckets of rising bounds; those without an order are left out
public record Latency(
        long count,
        double meanMs,
        long minMs,
        long p50Ms,
        long p90Ms,
        long p95Ms,
        long p99Ms,
        long p999Ms,
        long maxMs,
        long resolutionMs,
        List<Bucket> buckets) {
    public Latency {
        buckets = List.copyOf(buckets);
    }

    /// @param upToMs the largest latency that counts here
    public record Bucket(long upToMs, long count) {}
}
