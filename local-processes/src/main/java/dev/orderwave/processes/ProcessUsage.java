package dev.orderwave.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a process has used. Linux tells about memory, other systems do not: there it is 0.
///
/// @param cpu user and system time since its start
/// @param rssBytes the memory that it holds resident now
/// @param peakRssBytes the most memory it ever held resident
public record ProcessUsage(Duration cpu, long rssBytes, long peakRssBytes) {
    /// Empty if there is no such process.
    public static Optional<ProcessUsage> of(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessUsage::of);
    }

    static ProcessUsage of(ProcessHandle process) {
        var status = status(process.pid());
        return new ProcessUsage(
                process.info().totalCpuDuration().orElse(Duration.ZERO),
                bytes(status, "VmRSS:"),
                bytes(status, "VmHWM:"));
    }

    /// This minus `earlier`; the memory stays as it is.
    public ProcessUsage since(ProcessUsage earlier) {
        return new ProcessUsage(cpu.minus(earlier.cpu), rssBytes, peakRssBytes);
    }

    private static List<String> status(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long bytes(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
