package dev.orderwave.benchmarks.idle;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.ProcessUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// A process at one moment of its rest.
record ProcessSample(ProcessUsage usage, Map<String, ThreadSample> threads) {
    static ProcessSample of(ChildProcess process) {
        return new ProcessSample(process.usage(), ThreadSample.of(process.pid()));
    }

    /// What it did from `earlier` until now.
    AtRest since(ProcessSample earlier, String process, Duration time) {
        var wakes = new TreeMap<String, Long>();
        threads.forEach((id, thread) -> {
            var before = earlier.threads.get(id);
            wakes.merge(thread.name(), thread.wakes() - (before == null ? 0 : before.wakes()), Long::sum);
        });
        return new AtRest(
                process,
                time.toSeconds(),
                100.0 * usage.since(earlier.usage).cpu().toNanos() / time.toNanos(),
                usage.rssBytes() / (double) (1 << 20),
                wakes.entrySet().stream()
                        .filter(thread -> thread.getValue() > 0)
                        .map(thread -> new AtRest.Wakes(thread.getKey(), 60.0 * thread.getValue() / time.toSeconds()))
                        .sorted(Comparator.comparingDouble(AtRest.Wakes::perMinute)
                                .reversed())
                        .toList());
    }
}
