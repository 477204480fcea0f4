package dev.orderwave.benchmarks.idle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What Linux tells of one thread.
///
/// @param name at most 15 characters of it
/// @param wakes how often it has gone to sleep, and so was woken
record ThreadSample(String name, long wakes) {
    /// Every thread of a process, by its id; none where the system does not tell.
    static Map<String, ThreadSample> of(long pid) {
        var samples = new HashMap<String, ThreadSample>();
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (var thread : threads.toList()) {
                samples.put(thread.getFileName().toString(), parse(Files.readString(thread.resolve("status"))));
            }
        } catch (IOException notLinuxOrEnded) {
            return samples;
        }
        return samples;
    }

    static ThreadSample parse(String status) {
        return new ThreadSample(field(status, "Name:"), Long.parseLong(field(status, "voluntary_ctxt_switches:")));
    }

    private static String field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s in the status of a thread".formatted(name)));
    }
}
