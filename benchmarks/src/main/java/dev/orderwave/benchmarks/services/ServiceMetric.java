package dev.orderwave.benchmarks.services;

import dev.orderwave.local.WaveReport.ProcessCost;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What is compared of a series; all sums are over the three processes of the services.
public enum ServiceMetric {
    COLD_CPU(
            "CPU s of the cold wave, start included",
            2,
            series -> ProcessGroup.SERVICES.sum(series.cold(), ProcessCost::cpuSeconds)),
    COLD_MEMORY(
            "peak memory in the cold wave, MB",
            0,
            series -> ProcessGroup.SERVICES.sum(series.cold(), ProcessCost::peakRssMb)),
    COLD_SPEED("orders/s, cold", 0, series -> series.cold().ordersPerSecond()),
    WARM_CPU("CPU ms/order, warm", 2, series -> ProcessGroup.SERVICES.cpuMsPerOrder(series.warm())),
    WARM_MEMORY(
            "peak memory until the last wave, MB",
            0,
            series -> ProcessGroup.SERVICES.sum(series.warm(), ProcessCost::peakRssMb)),
    WARM_SPEED("orders/s, warm", 0, series -> series.warm().ordersPerSecond());

    private final String label;
    private final int decimals;
    private final ToDoubleFunction<Series> value;

    ServiceMetric(String label, int decimals, ToDoubleFunction<Series> value) {
        this.label = label;
        this.decimals = decimals;
        this.value = value;
    }

    public String label() {
        return label;
    }

    public double of(Series series) {
        return value.applyAsDouble(series);
    }

    /// With as many digits as mean something.
    public String format(double number) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /// Every metric of one series.
    static String line(Series series) {
        return Arrays.stream(values())
                .map(metric -> metric.label + " " + metric.format(metric.of(series)))
                .collect(Collectors.joining("; "));
    }
}
