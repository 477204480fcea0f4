package dev.orderwave.benchmarks.throughput;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.orderwave.benchmarks.services.ProcessGroup;
import dev.orderwave.local.WaveReport;

/// A wave through warm services, by what took its time.
///
/// @param replicas of each service
public record Breakdown(int replicas, Storage storage, WaveReport wave) {

    /// Where the orders end.
    public enum Storage {
        AZURITE("Azurite"),
        FILES("files");

        private final String label;

        Storage(String label) {
            this.label = label;
        }

        @JsonValue
        String label() {
            return label;
        }
    }

    String label() {
        return "%d of each, %s".formatted(replicas, storage.label());
    }

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
