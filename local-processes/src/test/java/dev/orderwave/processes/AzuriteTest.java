package dev.orderwave.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzuriteTest {
    @TempDir
    Path directory;

    @Test
    void azurite_starts_on_the_port_it_is_given() {
        int port = FreePorts.find(1).getFirst();

        try (var azurite = Azurite.start(port, directory)) {
            assertThat(azurite.process().isAlive()).isTrue();
            assertThat(azurite.connectionString()).contains("http://127.0.0.1:" + port + "/devstoreaccount1");
        }
    }
}
