package dev.orderwave.benchmarks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.orderwave.local.App;
import dev.orderwave.local.WaveReport;
import dev.orderwave.local.WaveReport.ProcessCost;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is compared. All but the first are costs; sums are over the three processes.
enum Metric {
    ORDERS_PER_SECOND("ordersPerSecond", "orders/s", 0, WaveReport::ordersPerSecond),
    APP_CPU_WITH_START(
            "appCpuMsPerOrderWithStart",
            "app CPU ms/order, start included",
            2,
            wave -> msPerOrder(wave, App::id, ProcessCost::cpuSeconds)),
    APP_CPU_WAVE(
            "appCpuMsPerOrder",
            "app CPU ms/order, wave only",
            2,
            wave -> msPerOrder(wave, App::id, ProcessCost::waveCpuSeconds)),
    APP_PEAK_RSS("appPeakRssMb", "app peak RSS MB", 0, wave -> sum(wave, App::id, ProcessCost::peakRssMb)),
    DAPRD_CPU_WAVE(
            "daprdCpuMsPerOrder",
            "daprd CPU ms/order, wave only",
            2,
            wave -> msPerOrder(wave, app -> "daprd " + app.id(), ProcessCost::waveCpuSeconds));

    private final String key;
    private final String label;
    private final int decimals;
    private final ToDoubleFunction<WaveReport> value;

    Metric(String key, String label, int decimals, ToDoubleFunction<WaveReport> value) {
        this.key = key;
        this.label = label;
        this.decimals = decimals;
        this.value = value;
    }

    /// Its name in the JSON file.
    @JsonValue
    String key() {
        return key;
    }

    /// Its name on the screen.
    String label() {
        return label;
    }

    double of(WaveReport wave) {
        return value.applyAsDouble(wave);
    }

    /// With as many digits as mean something.
    String format(double number) {
        return ("%,." + decimals + "f").formatted(number);
    }

    /// Every metric of one wave.
    static String line(WaveReport wave) {
        return Arrays.stream(values())
                .map(metric -> metric.label + " " + metric.format(metric.of(wave)))
                .collect(Collectors.joining("; "));
    }

    private static double msPerOrder(
            WaveReport wave, Function<App, String> process, ToDoubleFunction<ProcessCost> seconds) {
        return 1000 * sum(wave, process, seconds) / wave.orders();
    }

    private static double sum(WaveReport wave, Function<App, String> process, ToDoubleFunction<ProcessCost> cost) {
        return Stream.of(App.values())
                .map(process)
                .map(name -> costOf(wave, name))
                .mapToDouble(cost)
                .sum();
    }

    private static ProcessCost costOf(WaveReport wave, String process) {
        var cost = wave.processes().get(process);
        if (cost == null) {
            throw new IllegalArgumentException("the wave's report has no process '%s', only %s"
                    .formatted(process, wave.processes().keySet()));
        }
        return cost;
    }
}
