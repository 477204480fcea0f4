package dev.orderwave.loadgen.verify;

import dev.orderwave.loadgen.latency.Latencies;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.verify.Evidence.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long after its due time each order came. Of an order that came twice, the first time counts.
final class Punctuality {

    private final Timing timing;
    private final Latencies latencies;
    private final List<Finding> late = new ArrayList<>();

    Punctuality(Timing timing) {
        this.timing = timing;
        this.latencies = new Latencies(timing.resolution());
    }

    void came(Arrival first) {
        latencies.record(first.outbox().stage(), timing.atMost(first.orderId(), first.at()));
        if (timing.wasLate(first.orderId(), first.at())) {
            late.add(late(first));
        }
    }

    private Finding late(Arrival arrival) {
        return new Finding(
                "order " + arrival.orderId(),
                "in %s %.1f to %.1f s after it was due"
                        .formatted(
                                arrival.blob(),
                                seconds(timing.atLeast(arrival.orderId(), arrival.at())),
                                seconds(timing.atMost(arrival.orderId(), arrival.at()))));
    }

    Findings late() {
        return Findings.of(late);
    }

    Map<String, Latency> latencies() {
        return latencies.summary();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
