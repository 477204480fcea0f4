package dev.orderwave.benchmarks.throughput;

import dev.orderwave.benchmarks.services.ProcessGroup;
import dev.orderwave.local.WaveReport;

/// A wave through warm services, by what took its time.
///
/// @param label who took part
public record Breakdown(String label, WaveReport wave) {
    double cpuMsPerOrder(ProcessGroup group) {
        return group.cpuMsPerOrder(wave);
    }

    /// How many times the processor time of all others the services took.
    double servicesOfOthers() {
        var others = cpuMsPerOrder(ProcessGroup.DAPRD)
                + cpuMsPerOrder(ProcessGroup.BUS)
                + cpuMsPerOrder(ProcessGroup.OUTBOX);
        return cpuMsPerOrder(ProcessGroup.SERVICES) / others;
    }
}
