package dev.orderwave.azure;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the blobs are, as options of a command. An account counts more than a connection string, so that an option
/// prevails over the environment.
public final class StorageOptions {

    @Option(
            names = "--account",
            defaultValue = "${env:BLOB_ACCOUNT}",
            paramLabel = "NAME",
            description = "The storage account, by its name or its URL, as whoever is signed in to Azure;"
                    + " default: $BLOB_ACCOUNT.")
    private @Nullable String account;

    @Option(
            names = "--blob-connection-string",
            defaultValue = "${env:BLOB_CONNECTION_STRING}",
            paramLabel = "STRING",
            description = "Instead of an account; default: $BLOB_CONNECTION_STRING.")
    private @Nullable String connectionString;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /// @throws ParameterException if neither was given
    public BlobStorage connect() {
        if (account != null) {
            return BlobStorage.connectAsSignedIn(account);
        }
        if (connectionString != null) {
            return BlobStorage.connect(connectionString);
        }
        throw new ParameterException(
                command.commandLine(),
                "Where are the blobs? Give --account, or set $BLOB_CONNECTION_STRING or --blob-connection-string");
    }
}
