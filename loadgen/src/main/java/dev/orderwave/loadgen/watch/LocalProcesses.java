package dev.orderwave.loadgen.watch;

import dev.orderwave.loadgen.result.ProcessCost;
import dev.orderwave.loadgen.result.Sample.Usage;
import dev.orderwave.processes.ProcessUsage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What processes of this machine use while a wave runs. One that is restarted under its name goes on being counted.
final class LocalProcesses {

    private static final int MEGABYTE = 1 << 20;

    private final Supplier<Map<String, Long>> pids;
    private final Map<Long, Duration> cpuAtStart = new HashMap<>();
    private final Map<Long, Duration> cpu = new HashMap<>();
    private final Map<Long, String> names = new LinkedHashMap<>();
    private final Map<String, Long> peakRss = new HashMap<>();

    /// @param pids by name; asked anew every time
    LocalProcesses(Supplier<Map<String, Long>> pids) {
        this.pids = pids;
        look(true);
    }

    /// What each process that lives has used since its start.
    Map<String, Usage> look() {
        return look(false);
    }

    private Map<String, Usage> look(boolean first) {
        var usages = new LinkedHashMap<String, Usage>();
        pids.get()
                .forEach((name, pid) -> ProcessUsage.of(pid).ifPresent(usage -> {
                    names.put(pid, name);
                    // One that came later has cost all that it used.
                    cpuAtStart.putIfAbsent(pid, first ? usage.cpu() : Duration.ZERO);
                    cpu.put(pid, usage.cpu());
                    peakRss.merge(name, usage.peakRssBytes() / MEGABYTE, Math::max);
                    usages.put(name, new Usage(seconds(usage.cpu()), usage.rssBytes() / MEGABYTE));
                }));
        return usages;
    }

    /// Per process, from the first look to the last.
    Map<String, ProcessCost> costs() {
        var seconds = new LinkedHashMap<String, Double>();
        names.forEach((pid, name) -> seconds.merge(
                name,
                seconds(cpu.getOrDefault(pid, Duration.ZERO).minus(cpuAtStart.getOrDefault(pid, Duration.ZERO))),
                Double::sum));
        var costs = new LinkedHashMap<String, ProcessCost>();
        seconds.forEach((name, used) -> costs.put(name, new ProcessCost(used, peakRss.getOrDefault(name, 0L))));
        return costs;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
