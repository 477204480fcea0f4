package dev.orderwave.loadgen.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Latency.Bucket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void percentiles_are_those_of_what_was_recorded() {
        IntStream.rangeClosed(1, 1000).forEach(seconds -> histogram.record(Duration.ofMillis(10L * seconds)));

        var latency = histogram.summary(SECOND);

        assertThat(latency.count()).isEqualTo(1000);
        assertThat(latency.minMs()).isEqualTo(10);
        assertThat(latency.p50Ms()).isBetween(4995L, 5005L);
        assertThat(latency.p99Ms()).isBetween(9890L, 9910L);
        assertThat(latency.maxMs()).isBetween(9990L, 10_010L);
        assertThat(latency.resolutionMs()).isEqualTo(1000);
    }

    @Test
    void buckets_are_seconds_and_hold_every_order_once() {
        histogram.record(Duration.ofMillis(300));
        histogram.record(Duration.ofMillis(900));
        histogram.record(Duration.ofMillis(2100));

        assertThat(histogram.summary(SECOND).buckets()).containsExactly(new Bucket(999, 2), new Bucket(2999, 1));
    }

    @Test
    void a_long_wave_has_no_more_buckets_than_a_picture_shows() {
        IntStream.range(0, 3600).forEach(second -> histogram.record(Duration.ofSeconds(second)));

        var buckets = histogram.summary(SECOND).buckets();

        assertThat(buckets).hasSizeBetween(30, 61);
        assertThat(buckets.stream().mapToLong(Bucket::count).sum()).isEqualTo(3600);
    }

    @Test
    void less_than_nothing_counts_as_nothing() {
        histogram.record(Duration.ofMillis(-5));

        assertThat(histogram.summary(SECOND).minMs()).isZero();
    }

    @Test
    void without_orders_there_are_no_figures() {
        var latency = histogram.summary(SECOND);

        assertThat(latency.count()).isZero();
        assertThat(latency.maxMs()).isZero();
        assertThat(latency.buckets()).isEmpty();
    }
}
