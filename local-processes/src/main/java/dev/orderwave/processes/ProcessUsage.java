package dev.orderwave.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process has used.
///
/// @param cpu user and system time since its start
/// @param peakRssBytes the most memory it ever held resident; 0 where the system does not tell (it does on Linux)
public record ProcessUsage(Duration cpu, long peakRssBytes) {
    static ProcessUsage of(ProcessHandle process) {
        return new ProcessUsage(process.info().totalCpuDuration().orElse(Duration.ZERO), peakRss(process.pid()));
    }

    /// This minus `earlier`; the memory stays the peak.
    public ProcessUsage since(ProcessUsage earlier) {
        return new ProcessUsage(cpu.minus(earlier.cpu), peakRssBytes);
    }

    private static long peakRss(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
