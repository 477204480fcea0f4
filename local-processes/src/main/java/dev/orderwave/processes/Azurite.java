package dev.orderwave.processes;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Azure blob storage on this machine: Microsoft's Azurite, in memory.
public final class Azurite implements AutoCloseable {
    /// The version that `tools/azurite` pins.
    public static final String VERSION = "3.35.0";

    public static final String ACCOUNT_NAME = "devstoreaccount1";

    /// The development key that Azurite's documentation publishes; it opens nothing else.
    public static final String ACCOUNT_KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port;

    private Azurite(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until it answers.
    ///
    /// @param directory where it works and writes `azurite.log`
    /// @throws ProcessFailedException if it is not installed or does not come up
    public static Azurite start(int port, Path directory) {
        var script = ToolCache.folder("azurite-" + VERSION).resolve("node_modules/azurite/dist/src/blob/main.js");
        if (!Files.exists(script)) {
            throw new ProcessFailedException(
                    "Azurite %s is not installed: %s is missing. './orderwave doctor' says how to get it."
                            .formatted(VERSION, script));
        }
        // --disableTelemetry: it would try to reach a cloud service. --skipApiVersionCheck: the SDKs are newer than it.
        var command = List.of(
                "node",
                script.toString(),
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--loose",
                "--silent",
                "--blobPort",
                Integer.toString(port));
        var process = ChildProcess.start("azurite", command, Map.of(), directory, directory.resolve("azurite.log"));
        var azurite = new Azurite(process, port);
        try {
            // It has no health endpoint; a request that no account signed is answered with 400.
            process.awaitStatus(URI.create(azurite.endpoint()), 400, START_PATIENCE);
        } catch (ProcessFailedException | UncheckedIOException e) {
            azurite.close();
            throw e;
        }
        return azurite;
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
