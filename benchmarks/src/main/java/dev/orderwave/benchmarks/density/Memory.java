package dev.orderwave.benchmarks.density;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a process has of the machine's memory, as Linux counts it.
record Memory(long residentKb, long peakKb) {

    static Memory ofThisProcess() throws IOException {
        var status = Files.readString(Path.of("/proc/self/status"));
        return new Memory(kilobytes(status, "VmRSS:"), kilobytes(status, "VmHWM:"));
    }

    private static long kilobytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("/proc/self/status has no " + name));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "RSS %,d MB  peak %,d MB", residentKb >> 10, peakKb >> 10);
    }
}
