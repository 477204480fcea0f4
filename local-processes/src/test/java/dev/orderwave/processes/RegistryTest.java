package dev.orderwave.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    @TempDir
    Path directory;

    @Test
    void a_registry_starts_on_the_port_it_is_given() {
        int port = FreePorts.find(1).getFirst();

        try (var registry = Registry.start(port, directory)) {
            assertThat(registry.process().isAlive()).isTrue();
            assertThat(registry.host()).isEqualTo("127.0.0.1:" + port);
        }
    }
}
