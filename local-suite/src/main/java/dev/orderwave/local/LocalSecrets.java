package dev.orderwave.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The secret store of one run: what `dapr-components/local` is for the well-known ports, for whichever ports it has.
final class LocalSecrets {
    private static final String SECRET_STORE = """
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: orderwave-secrets }
            spec:
              type: secretstores.local.file
              version: v1
              metadata:
                - { name: secretsFile, value: "%s" }
            """;
    private static final String SECRETS = """
            { "servicebus-connection-string": "%s", "blob-connection-string": "%s" }
            """;

    private LocalSecrets() {}

    /// Writes it and returns its folder.
    static Path write(BackingServices backing, Path directory) {
        try {
            var folder = Files.createDirectories(directory.resolve("secret-store"));
            var secrets = Files.writeString(
                    directory.resolve("secrets.json"),
                    SECRETS.formatted(backing.serviceBusConnectionString(), backing.blobConnectionString()));
            Files.writeString(folder.resolve("secret-store.yaml"), SECRET_STORE.formatted(secrets));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the local secret store cannot be written to " + directory, e);
        }
    }
}
