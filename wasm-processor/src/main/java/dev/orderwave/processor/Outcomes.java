package dev.orderwave.processor;

import dev.orderwave.wasm.GuestFault;
import dev.orderwave.wasm.ModuleInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// Counts how messages end, as `orderwave.messages` by module and outcome: `emitted`, `rejected`,
/// `not-sent`, `not-loaded`, `broken` if our own code failed, `hopeless` if the module failed too often
/// to be run again, or the module's fault.
final class Outcomes {
    private final MeterRegistry metrics;
    private final ModuleInfo module;
    private final Runnable emitted;

    Outcomes(MeterRegistry metrics, ModuleInfo module) {
        this.metrics = metrics;
        this.module = module;
        this.emitted = counter("emitted")::increment;
    }

    /// Counts a message whose emissions were accepted. One object for all of them, because nearly each message needs
    /// it.
    Runnable emitted() {
        return emitted;
    }

    void rejected() {
        counter("rejected").increment();
    }

    void notSent() {
        counter("not-sent").increment();
    }

    void broken() {
        counter("broken").increment();
    }

    void hopeless() {
        counter("hopeless").increment();
    }

    void faulted(GuestFault fault) {
        counter(fault.code()).increment();
    }

    private Counter counter(String outcome) {
        return counter(metrics, module.name(), module.sha256(), outcome);
    }

    static Counter counter(MeterRegistry metrics, String module, String digest, String outcome) {
        return Counter.builder("orderwave.messages")
                .description("Messages by how they ended")
                .tags("module", module, "digest", digest, "outcome", outcome)
                .register(metrics);
    }
}
