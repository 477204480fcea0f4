package dev.orderwave.benchmarks.bus;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.processes.FreePorts;
import dev.orderwave.processes.ProcessUsage;
import dev.orderwave.servicebus.LocalServiceBusMain;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.StatisticsClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A bus with one queue in a process of its own, with the JVM options that the local suite gives it and more heap only
/// if that would not hold the messages, and what can be seen of it from outside.
final class MeasuredBus implements AutoCloseable {
    static final String QUEUE = "orders";
    /// As in the local suite.
    private static final int USUAL_HEAP_MB = 512;
    /// A message takes some 900 bytes, and the collector room to copy them.
    private static final int MESSAGES_PER_MB = 500;
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ChildProcess process;
    private final StatisticsClient statistics;
    private final int port;
    private final Optional<Path> journal;

    private MeasuredBus(ChildProcess process, StatisticsClient statistics, int port, Optional<Path> journal) {
        this.process = process;
        this.statistics = statistics;
        this.port = port;
        this.journal = journal;
    }

    /// @param messages that it must be able to hold
    static MeasuredBus start(Path directory, Optional<Path> journal, int messages) {
        var ports = FreePorts.find(2);
        var log = directory.resolve("servicebus.log");
        var process =
                ChildProcess.start("local-servicebus", command(ports, journal, messages), Map.of(), directory, log);
        try {
            process.awaitStatus(
                    URI.create("http://127.0.0.1:%d/statistics".formatted(ports.getLast())), 200, START_PATIENCE);
            return new MeasuredBus(process, new StatisticsClient(ports.getLast()), ports.getFirst(), journal);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    String connectionString() {
        return "Endpoint=sb://localhost:%d;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;"
                .formatted(port);
    }

    QueueStatistics queue() {
        return statistics.queue(QUEUE);
    }

    /// @param what completes the sentence "it did not ..."
    void await(String what, Predicate<QueueStatistics> state) {
        process.await(what, PATIENCE, () -> look().filter(state).isPresent());
    }

    /// Empty while it is too busy to answer in time, as when a million messages become due at once.
    private Optional<QueueStatistics> look() {
        try {
            return Optional.of(queue());
        } catch (UncheckedIOException late) {
            return Optional.empty();
        }
    }

    ProcessUsage usage() {
        return process.usage();
    }

    /// What of its heap is in use once its garbage has been collected.
    long liveHeapBytes() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var histogram = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
            try (var lines = histogram.inputReader()) {
                return lines.lines()
                        .filter(line -> line.startsWith("Total"))
                        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("jcmd tells no heap of process " + process.pid()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd cannot be started: a JDK is needed, not only a Java runtime", e);
        }
    }

    /// How large its journal is; 0 without one.
    long diskBytes() {
        return journal.map(MeasuredBus::size).orElse(0L);
    }

    @Override
    public void close() {
        statistics.close();
        process.close();
    }

    private static long size(Path folder) {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal %s cannot be listed".formatted(folder), e);
        }
    }

    private static List<String> command(List<Integer> ports, Optional<Path> journal, int messages) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx%dm".formatted(Math.max(USUAL_HEAP_MB, messages / MESSAGES_PER_MB)),
                "-cp",
                System.getProperty("java.class.path"),
                LocalServiceBusMain.class.getName(),
                "--port",
                Integer.toString(ports.getFirst()),
                "--statistics-port",
                Integer.toString(ports.getLast()),
                "--queue",
                QUEUE));
        journal.ifPresent(folder -> command.addAll(List.of("--journal", folder.toString())));
        return List.copyOf(command);
    }
}
