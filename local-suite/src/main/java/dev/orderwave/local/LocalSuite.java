package dev.orderwave.local;

import dev.orderwave.loadgen.trace.OrderTraces;
import dev.orderwave.processes.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The suite: local Service Bus and Azurite, then per app id a service and a real daprd.
///
///     local-servicebus, azurite <- daprd (3) <-> distributor, receiver-express, receiver-standard
///
/// [#close] stops what was started here and nothing else. Logs stay in `target/run`.
public final class LocalSuite implements AutoCloseable {
    private static final DateTimeFormatter RUN_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path directory;
    private final BackingServices backing;
    private final Map<App, RunningApp> apps;
    private final LocalSuiteConfig config;

    private LocalSuite(Path directory, BackingServices backing, Map<App, RunningApp> apps, LocalSuiteConfig config) {
        this.directory = directory;
        this.backing = backing;
        this.apps = apps;
        this.config = config;
    }

    /// Starts everything and waits until orders would flow.
    ///
    /// @throws dev.orderwave.processes.ProcessFailedException if something does not start; the rest is stopped then
    public static LocalSuite start(LocalSuiteConfig config) {
        return start(config, List.of(App.values()));
    }

    /// Starts the queues and the blobs only, for services that someone else starts.
    public static LocalSuite startBacking(LocalSuiteConfig config) {
        return start(config, List.of());
    }

    private static LocalSuite start(LocalSuiteConfig config, List<App> wanted) {
        var checkout = Checkout.find();
        var directory = createRunDirectory(checkout);
        var backing = BackingServices.start(config, directory);
        var suite = new LocalSuite(directory, backing, new EnumMap<>(App.class), config);
        try {
            var components = List.of(bindings(config, directory, checkout), LocalSecrets.write(backing, directory));
            var configuration = daprConfiguration(config, directory, checkout);
            for (var app : wanted) {
                var launcher = AppLauncher.of(app, config, directory, components, configuration);
                suite.apps.put(
                        app,
                        config.replicas(app)
                                .<RunningApp>map(replicas -> SharedApp.start(launcher, replicas))
                                .orElseGet(() -> SuiteApp.start(launcher)));
            }
            suite.apps.values().forEach(RunningApp::awaitReady);
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /// Begins the traces of orders, if there is who is told.
    OrderTraces orderTraces() {
        return config.traces()
                .map(collector -> OrderTraces.to(collector.address(), 1))
                .orElseGet(OrderTraces::none);
    }

    /// Where orders end as files, if they do.
    Optional<Path> outboxes() {
        return config.outboxes();
    }

    public BackingServices backing() {
        return backing;
    }

    /// @throws IllegalArgumentException if it is not part of this suite, or has replicas
    public SuiteApp app(App app) {
        return switch (running(app)) {
            case SuiteApp one -> one;
            case SharedApp several ->
                throw new IllegalArgumentException("%s has replicas: %s".formatted(app.id(), several.describe()));
        };
    }

    /// @throws IllegalArgumentException if it is not part of this suite, or has no replicas
    public SharedApp sharedApp(App app) {
        return switch (running(app)) {
            case SharedApp several -> several;
            case SuiteApp one ->
                throw new IllegalArgumentException("%s has no replicas: %s".formatted(app.id(), one.describe()));
        };
    }

    /// Those that have replicas, in the order of the drawing.
    List<SharedApp> sharedApps() {
        return apps.values().stream()
                .flatMap(app -> app instanceof SharedApp several ? Stream.of(several) : Stream.empty())
                .toList();
    }

    /// Every process, in the order of the drawing.
    public List<ChildProcess> processes() {
        return Stream.concat(
                        backing.processes().stream(), apps.values().stream().flatMap(app -> app.processes().stream()))
                .toList();
    }

    /// Waits until orders flow again, after parts were restarted.
    public void awaitReady() {
        backing.awaitReady();
        apps.values().forEach(RunningApp::awaitReady);
    }

    /// Everything that may go away and come back while orders flow.
    public List<SuitePart> parts() {
        return Stream.concat(backing.parts().stream(), apps.values().stream().flatMap(app -> app.parts().stream()))
                .toList();
    }

    /// Completes when one of the processes that run now has ended, whoever ended it.
    CompletableFuture<Object> firstEnd() {
        return CompletableFuture.anyOf(
                processes().stream().map(ChildProcess::ended).toArray(CompletableFuture<?>[]::new));
    }

    /// @throws dev.orderwave.processes.ProcessFailedException if one of them ended by itself
    void requireAlive() {
        processes().forEach(ChildProcess::requireAlive);
    }

    /// Writes which process has which id, for whoever measures them from outside: `{"distributor": 4711, ...}`.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    Path writeProcessIds(Path file) {
        var ids = processes().stream()
                .map(process -> "\"%s\": %d".formatted(process.name(), process.pid()))
                .collect(Collectors.joining(", ", "{ ", " }\n"));
        try {
            return Files.writeString(file, ids);
        } catch (IOException e) {
            throw new UncheckedIOException("the process ids cannot be written to " + file, e);
        }
    }

    /// Where the logs are.
    public Path directory() {
        return directory;
    }

    /// What a person can open or connect to.
    public List<String> endpoints() {
        var lines = new ArrayList<String>();
        lines.add("Service Bus        " + backing.serviceBusConnectionString());
        lines.add("Blob storage       " + backing.blobConnectionString());
        apps.values().forEach(app -> lines.addAll(app.describe()));
        return List.copyOf(lines);
    }

    /// Every service first, each of which has its daprd stop reading, then every daprd, then what they stand on.
    @Override
    public void close() {
        apps.values().forEach(RunningApp::terminateService);
        apps.values().forEach(RunningApp::close);
        backing.close();
    }

    private RunningApp running(App app) {
        return Optional.ofNullable(apps.get(app))
                .orElseThrow(() -> new IllegalArgumentException("%s is not part of this suite".formatted(app.id())));
    }

    private static Path bindings(LocalSuiteConfig config, Path directory, Checkout checkout) {
        var usual = checkout.components("bindings");
        return config.outboxes()
                .map(outboxes -> FolderOutboxes.write(usual, outboxes, directory))
                .orElse(usual);
    }

    /// Written once, before the first daprd reads it.
    private static Path daprConfiguration(LocalSuiteConfig config, Path directory, Checkout checkout) {
        var usual = checkout.components("configuration.yaml");
        return config.traces()
                .map(collector -> collector.configuration(usual, directory))
                .orElse(usual);
    }

    private static Path createRunDirectory(Checkout checkout) {
        try {
            Files.createDirectories(checkout.runs());
            return Files.createTempDirectory(
                    checkout.runs(), LocalDateTime.now().format(RUN_NAME) + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for logs in " + checkout.runs(), e);
        }
    }
}
