package dev.orderwave.local;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.ProcessUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What every process of a suite has used, by name and in the order of the drawing.
record ProcessSnapshot(Map<String, ProcessUsage> usages) {
    static ProcessSnapshot of(LocalSuite suite) {
        return new ProcessSnapshot(suite.processes().stream()
                .collect(Collectors.toMap(
                        ChildProcess::name, ChildProcess::usage, (one, other) -> one, LinkedHashMap::new)));
    }

    /// Per process, what was used from `earlier` until now, and what since its start.
    Map<String, WaveReport.ProcessCost> since(ProcessSnapshot earlier) {
        var costs = new LinkedHashMap<String, WaveReport.ProcessCost>();
        usages.forEach((name, usage) -> {
            var before = earlier.usages().getOrDefault(name, usage);
            costs.put(
                    name,
                    new WaveReport.ProcessCost(
                            seconds(usage.since(before)), seconds(usage), usage.peakRssBytes() / (1 << 20)));
        });
        return costs;
    }

    private static double seconds(ProcessUsage usage) {
        return usage.cpu().toMillis() / 1000.0;
    }
}
