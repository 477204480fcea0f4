package dev.orderwave.processor.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/// What a service tells of its process, under the names that Micrometer gives: processors, files, uptime, memory,
/// threads, and how often and how long it paused for garbage, as `jvm.gc.pause`.
///
/// Micrometer's own meters of the collector are told of each collection by a thread of their own, which wakes as often
/// as a service in a wave collects; these read the collector's totals when they are asked.
final class ProcessMeters implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry metrics) {
        new UptimeMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new FileDescriptorMetrics().bindTo(metrics);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionTimer.builder(
                            "jvm.gc.pause",
                            collector,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .description("Time spent in pauses for garbage")
                    .tags("gc", collector.getName())
                    .register(metrics);
        }
    }
}
