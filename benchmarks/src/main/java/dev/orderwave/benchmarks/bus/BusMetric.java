package dev.orderwave.benchmarks.bus;

import dev.orderwave.benchmarks.result.Median;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What is compared.
enum BusMetric {
    SCHEDULED("scheduled/s", 0, costs -> costs.scheduling().perSecond(costs.messages())),
    RECEIVED("received and completed/s", 0, costs -> costs.receiving().perSecond(costs.messages())),
    SCHEDULE_CPU(
            "bus CPU to schedule, us/message", 0, costs -> costs.scheduling().cpuMicros(costs.messages())),
    RECEIVE_CPU(
            "bus CPU to deliver and settle, us/message",
            0,
            costs -> costs.receiving().cpuMicros(costs.messages())),
    HEAP("heap, bytes/message held", 0, costs -> (double) costs.heapBytes() / costs.messages()),
    PEAK_RSS("peak RSS, MB", 0, costs -> costs.peakRssBytes() / 1e6),
    DISK("disk, bytes/message held", 0, costs -> (double) costs.heldDiskBytes() / costs.messages()),
    DRAINED_DISK("disk once all are settled, MB", 1, costs -> costs.drainedDiskBytes() / 1e6);

    private final String label;
    private final int decimals;
    private final ToDoubleFunction<BusCosts> value;

    BusMetric(String label, int decimals, ToDoubleFunction<BusCosts> value) {
        this.label = label;
        this.decimals = decimals;
        this.value = value;
    }

    String label() {
        return label;
    }

    /// The median of the rounds: one that something else disturbed does not move it.
    double median(List<BusCosts> rounds) {
        return Median.of(rounds.stream().mapToDouble(value));
    }

    /// With as many digits as mean something.
    String format(double number) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /// Every metric of one wave.
    static String line(BusCosts costs) {
        return Arrays.stream(values())
                .map(metric -> metric.label + " " + metric.format(metric.value.applyAsDouble(costs)))
                .collect(Collectors.joining("; "));
    }
}
