package dev.orderwave.benchmarks.services;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.orderwave.local.WaveReport;
import dev.orderwave.local.WaveReport.ProcessCost;
import java.util.function.ToDoubleFunction;

/// The processes of a suite by what they are, however many there are of each.
public enum ProcessGroup {
    SERVICES("services"),
    DAPRD("daprd"),
    BUS("local Service Bus"),
    OUTBOX("outbox (Azurite)");

    private final String label;

    ProcessGroup(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    static ProcessGroup of(String process) {
        if (process.startsWith("daprd ")) {
            return DAPRD;
        }
        return switch (process) {
            case "local-servicebus" -> BUS;
            case "azurite" -> OUTBOX;
            default -> SERVICES;
        };
    }

    /// Processor time of the wave.
    public double cpuMsPerOrder(WaveReport wave) {
        return 1000 * sum(wave, ProcessCost::waveCpuSeconds) / wave.orders();
    }

    double sum(WaveReport wave, ToDoubleFunction<ProcessCost> cost) {
        return wave.processes().entrySet().stream()
                .filter(process -> of(process.getKey()) == this)
                .mapToDouble(process -> cost.applyAsDouble(process.getValue()))
                .sum();
    }
}
