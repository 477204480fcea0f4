package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Azure's JavaScript SDK, installed once from its lock file.
class JavaScriptSdkIT {
    private static final Path LOCK_FILE = Program.testFile("javascript", "package-lock.json");
    private static final Path SCRIPT = Program.testFile("javascript", "queue-check.cjs");

    @Test
    void the_javascript_sdk_finds_everything_as_in_service_bus() throws Exception {
        Program.assumePresent("node", "it runs Azure's JavaScript SDK");
        Program.assumePresent("npm", "it installs Azure's JavaScript SDK");
        var directory = Program.cache("javascript-azure-service-bus-7.9.5");
        installOnce(directory);

        try (var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named("orders")))) {
            Program.run(
                    directory,
                    Map.of("NODE_PATH", directory.resolve("node_modules").toString()),
                    List.of("node", SCRIPT.toString(), bus.connectionString(), "orders"));

            assertThat(bus.queue("orders").isDrained()).isTrue();
            assertThat(bus.queue("orders").lockExpired()).isZero();
        }
    }

    private static void installOnce(Path directory) throws Exception {
        var installed = directory.resolve("installed.json");
        if (Files.exists(installed) && Files.mismatch(installed, LOCK_FILE) == -1) {
            return;
        }
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.copy(
                    Program.testFile("javascript", file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Program.run(directory, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund"));
        Files.copy(LOCK_FILE, installed, StandardCopyOption.REPLACE_EXISTING);
    }
}
