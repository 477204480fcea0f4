package dev.orderwave.benchmarks.suite;

import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.local.App;
import dev.orderwave.local.LocalSuite;
import dev.orderwave.local.LocalSuiteConfig;
import dev.orderwave.local.Replicas;
import dev.orderwave.local.SuitePorts;
import dev.orderwave.local.Wave;
import dev.orderwave.local.WaveConsole;
import dev.orderwave.local.WaveReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/// A suite with the services of one contestant, and waves through it that count only if every order became its blob.
public final class MeasuredSuite implements AutoCloseable {
    private static final long SEED = 42;

    private final String name;
    private final LocalSuite suite;
    private final Optional<Path> outboxes;
    private int nextOrderId = 1;

    private MeasuredSuite(String name, LocalSuite suite, Optional<Path> outboxes) {
        this.name = name;
        this.suite = suite;
        this.outboxes = outboxes;
    }

    /// One of each service. Orders end as files, so that no storage is in their way.
    public static MeasuredSuite start(Contestant contestant) {
        var outboxes = folder();
        return start(contestant.label(), config(contestant).withOutboxes(outboxes), Optional.of(outboxes));
    }

    /// So many of each service behind one daprd each. Orders end as files.
    public static MeasuredSuite start(Contestant contestant, int replicas) {
        var outboxes = folder();
        var config = config(contestant).withOutboxes(outboxes);
        for (var app : App.values()) {
            config = config.withReplicas(app, new Replicas(replicas, 1));
        }
        return start(contestant.label(), config, Optional.of(outboxes));
    }

    /// One of each service. Orders end in Azurite, as in a demo.
    public static MeasuredSuite startWithAzurite(Contestant contestant) {
        return start(contestant.label(), config(contestant), Optional.empty());
    }

    public LocalSuite suite() {
        return suite;
    }

    /// One wave, whose orders no earlier one had.
    ///
    /// @throws IllegalStateException if an order did not become its one right blob: such a wave is no result
    public WaveReport wave(int orders) {
        var quiet = new WaveConsole(new PrintWriter(Writer.nullWriter()), false);
        var generator = OrderGenerator.seeded(SEED).withFirstOrderId(nextOrderId);
        nextOrderId += orders;
        var report = Wave.schedule(suite, generator, orders, quiet).verify();
        if (!report.isClean()) {
            throw new IllegalStateException(
                    "%s: not every order became its blob, so there is nothing to compare. %d lost, %d duplicated, %d misrouted, %d corrupted, %d rejected, %d queued, %d dead-lettered %s. Logs are in %s"
                            .formatted(
                                    name,
                                    report.lost(),
                                    report.duplicated(),
                                    report.misrouted(),
                                    report.corrupted(),
                                    report.rejected(),
                                    report.queued(),
                                    report.deadLettered(),
                                    report.findings(),
                                    suite.directory()));
        }
        return report;
    }

    @Override
    public void close() {
        try {
            suite.close();
        } finally {
            outboxes.ifPresent(MeasuredSuite::delete);
        }
    }

    private static MeasuredSuite start(String name, LocalSuiteConfig config, Optional<Path> outboxes) {
        try {
            return new MeasuredSuite(name, LocalSuite.start(config), outboxes);
        } catch (RuntimeException e) {
            outboxes.ifPresent(MeasuredSuite::delete);
            throw e;
        }
    }

    private static LocalSuiteConfig config(Contestant contestant) {
        return LocalSuiteConfig.on(SuitePorts.free()).withServices(contestant.program());
    }

    private static Path folder() {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "outboxes-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the outboxes", e);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the outboxes %s cannot be deleted".formatted(folder), e);
        }
    }
}
