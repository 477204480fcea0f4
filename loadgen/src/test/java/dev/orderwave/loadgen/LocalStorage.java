package dev.orderwave.loadgen;

import dev.orderwave.azure.BlobStorage;
import dev.orderwave.processes.Azurite;
import dev.orderwave.processes.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// A storage of its own for a test, empty at first.
public record LocalStorage(Azurite azurite) implements AutoCloseable {

    public static LocalStorage start() {
        try {
            var directory = Files.createTempDirectory("loadgen-azurite");
            return new LocalStorage(Azurite.start(FreePorts.find(1).getFirst(), directory));
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a storage", e);
        }
    }

    public String connectionString() {
        return azurite.connectionString();
    }

    public BlobStorage connect() {
        return BlobStorage.connect(connectionString());
    }

    /// With the three outboxes the suite would have made.
    public LocalStorage withOutboxes() {
        for (var name : new String[] {"express-outbox", "standard-outbox", "rejected-outbox"}) {
            connect().container(name).createIfAbsent();
        }
        return this;
    }

    @Override
    public void close() {
        azurite.close();
    }
}
