package dev.orderwave.servicebus.conformance;

import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Azure's JavaScript SDK, installed once from its lock file.
class JavaScriptConformanceIT {
    private static final Path LOCK_FILE = Program.testFile("javascript", "package-lock.json");
    private static final Path SCRIPT = Program.testFile("javascript", "conformance.cjs");

    @TestFactory
    Stream<DynamicTest> the_javascript_sdk_finds_everything_as_in_service_bus() throws Exception {
        Program.assumePresent("node", "it runs Azure's JavaScript SDK");
        Program.assumePresent("npm", "it installs Azure's JavaScript SDK");
        var directory = Program.cache("javascript-azure-service-bus-7.9.5");
        installOnce(directory);
        try (var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(Scenario.queues()))) {
            var output = Program.run(
                    directory,
                    Map.of("NODE_PATH", directory.resolve("node_modules").toString()),
                    List.of("node", SCRIPT.toString(), bus.connectionString(), String.valueOf(bus.statisticsPort())));
            return Report.of(output).tests(Sdk.JAVASCRIPT);
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
        Program.run(directory, Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        Files.copy(LOCK_FILE, installed, StandardCopyOption.REPLACE_EXISTING);
    }
}
