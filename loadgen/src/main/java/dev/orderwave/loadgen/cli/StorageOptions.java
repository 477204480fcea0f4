package dev.orderwave.loadgen.cli;

import dev.orderwave.loadgen.azure.BlobStorage;
import picocli.CommandLine.Option;

/// Where the blobs are.
final class StorageOptions {

    @Option(
            names = "--blob-connection-string",
            required = true,
            defaultValue = "${env:BLOB_CONNECTION_STRING}",
            paramLabel = "STRING",
            description = "The storage account; default: $BLOB_CONNECTION_STRING.")
    private String connectionString = "";

    BlobStorage connect() {
        return BlobStorage.connect(connectionString);
    }
}
