package dev.orderwave.processor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessMetersTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    ProcessMetersTest() {
        new ProcessMeters().bindTo(metrics);
    }

    @Test
    void a_pause_for_garbage_is_counted_with_its_time() {
        var before = pauses();

        System.gc();

        assertThat(pauses()).isGreaterThan(before);
        assertThat(metrics.get("jvm.gc.pause").functionTimers())
                .allSatisfy(collector ->
                        assertThat(collector.totalTime(TimeUnit.MILLISECONDS)).isNotNegative());
    }

    @Test
    void meters_have_the_names_that_micrometer_gives_them() {
        assertThat(metrics.get("jvm.memory.used").tag("area", "heap").gauges()).isNotEmpty();
        assertThat(metrics.get("jvm.threads.live").gauge().value()).isPositive();
        assertThat(metrics.get("process.uptime").timeGauge().value(TimeUnit.SECONDS))
                .isPositive();
        assertThat(metrics.get("system.cpu.count").gauge().value()).isPositive();
    }

    private double pauses() {
        return metrics.get("jvm.gc.pause").functionTimers().stream()
                .mapToDouble(FunctionTimer::count)
                .sum();
    }
}
