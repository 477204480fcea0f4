package dev.orderwave.processor;

import dev.orderwave.wasm.ModuleInfo;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What is kept of each module's messages: counts of how they ended, and the rejected ones.
final class Records {
    private final String application;
    private final MeterRegistry metrics;
    private final ConcurrentMap<ModuleInfo, Record> records = new ConcurrentHashMap<>();

    Records(String application, MeterRegistry metrics) {
        this.application = application;
        this.metrics = metrics;
    }

    Record of(ModuleInfo module) {
        var known = records.get(module);
        return known != null ? known : records.computeIfAbsent(module, this::begin);
    }

    private Record begin(ModuleInfo module) {
        return new Record(
                module, module.toString(), new Outcomes(metrics, module), new Rejections(application, module));
    }

    /// A message whose module could not be had.
    void notLoaded() {
        Outcomes.counter(metrics, "none", "none", "not-loaded").increment();
    }

    /// Of one module.
    ///
    /// @param name of the module, as blobs and logs have it
    record Record(ModuleInfo module, String name, Outcomes outcomes, Rejections rejections) {}
}
