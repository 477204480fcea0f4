package dev.orderwave.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The components of a suite whose orders end as files: the usual ones, but for the two outboxes. What a module rejects
/// still goes to blob storage.
final class FolderOutboxes {
    private static final String COMPONENT = """
            apiVersion: dapr.io/v1alpha1
            kind: Component
            metadata: { name: %1$s }
            spec:
              type: bindings.localstorage
              version: v1
              metadata:
                - { name: rootPath, value: "%2$s" }
                - { name: direction, value: output }
            scopes: [%3$s]
            """;

    private FolderOutboxes() {}

    /// Writes them and returns their folder.
    ///
    /// @param usual the folder of the usual components
    /// @param outboxes where the orders end, in a folder per outbox
    static Path write(Path usual, Path outboxes, Path directory) {
        try {
            var folder = Files.createDirectories(directory.resolve("components"));
            for (var component : components(usual)) {
                Files.copy(component, folder.resolve(component.getFileName()));
            }
            replace(folder, "express-outbox", outboxes, App.RECEIVER_EXPRESS);
            replace(folder, "standard-outbox", outboxes, App.RECEIVER_STANDARD);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the components cannot be written to " + directory, e);
        }
    }

    private static List<Path> components(Path usual) throws IOException {
        try (var files = Files.list(usual)) {
            return files.toList();
        }
    }

    private static void replace(Path folder, String outbox, Path outboxes, App scope) throws IOException {
        Files.writeString(
                folder.resolve(outbox + ".yaml"),
                COMPONENT.formatted(outbox, outboxes.toAbsolutePath().resolve(outbox), scope.id()));
    }
}
