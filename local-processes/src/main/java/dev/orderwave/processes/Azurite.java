package dev.orderwave.processes;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Azure blob storage on this machine: Microsoft's Azurite, in memory or in a folder.
public final class Azurite implements AutoCloseable {
    /// The version that `tools/azurite` pins.
    public static final String VERSION = "3.35.0";

    public static final String ACCOUNT_NAME = "devstoreaccount1";

    /// The development key that Azurite's documentation publishes; it opens nothing else.
    public static final String ACCOUNT_KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Path directory;
    private final List<String> persistence;
    private ChildProcess process;

    private Azurite(int port, Path directory, List<String> persistence) {
        this.port = port;
        this.directory = directory;
        this.persistence = persistence;
        this.process = launch();
    }

    /// Starts it in memory and waits until it answers: its blobs are gone when it stops.
    ///
    /// @param directory where it works and writes `azurite.log`
    /// @throws ProcessFailedException if it is not installed or does not come up
    public static Azurite start(int port, Path directory) {
        return new Azurite(port, directory, List.of("--inMemoryPersistence"));
    }

    /// Starts it with its blobs in a folder and waits until it answers. They outlive it when it is stopped in good
    /// order. When it is killed, the last seconds are gone: it writes its index every few seconds only.
    ///
    /// @param directory where it works and writes `azurite.log`
    /// @throws ProcessFailedException if it is not installed or does not come up
    public static Azurite start(int port, Path directory, Path blobs) {
        return new Azurite(port, directory, List.of("--location", blobs.toString()));
    }

    /// Starts it again, on the same port, and waits until it answers; whether it still runs or not.
    public void restart() {
        process.close();
        process = launch();
    }

    private ChildProcess launch() {
        var folder = ToolCache.folder("azurite-" + VERSION);
        var script = folder.resolve("node_modules/azurite/dist/src/blob/main.js");
        if (!Files.exists(script)) {
            throw new ProcessFailedException(
                    "Azurite %s is not installed: %s is missing. './orderwave doctor' says how to get it."
                            .formatted(VERSION, script));
        }
        // --disableTelemetry: it would try to reach a cloud service. --skipApiVersionCheck: the SDKs are newer than it.
        var command = new ArrayList<>(
                List.of("node", "--require", folder.resolve("find-by-name.cjs").toString(), script.toString()));
        command.addAll(persistence);
        command.addAll(List.of(
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--loose",
                "--silent",
                "--blobPort",
                Integer.toString(port)));
        var started = ChildProcess.start("azurite", command, Map.of(), directory, directory.resolve("azurite.log"));
        try {
            // It has no health endpoint; a request that no account signed is answered with 400.
            started.awaitStatus(URI.create(endpoint()), 400, START_PATIENCE);
        } catch (ProcessFailedException | UncheckedIOException e) {
            started.close();
            throw e;
        }
        return started;
    }

    public ChildProcess process() {
        return process;
    }

    /// The address without the account, as Dapr's blob storage binding wants it.
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /// For the Azure SDKs.
    public String connectionString() {
        return "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=%s/%s;"
                .formatted(ACCOUNT_NAME, ACCOUNT_KEY, endpoint(), ACCOUNT_NAME);
    }

    @Override
    public void close() {
        process.close();
    }
}
