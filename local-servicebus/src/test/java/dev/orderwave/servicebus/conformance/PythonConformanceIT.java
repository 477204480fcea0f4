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

/// Azure's Python SDK, in a virtual environment of its own that is made once.
class PythonConformanceIT {
    private static final Path REQUIREMENTS = Program.testFile("python", "requirements.txt");
    private static final Path SCRIPT = Program.testFile("python", "conformance.py");

    @TestFactory
    Stream<DynamicTest> the_python_sdk_finds_everything_as_in_service_bus() throws Exception {
        Program.assumePresent("python3", "it runs Azure's Python SDK");
        var environment = Program.cache("python-azure-servicebus-7.15.0");
        installOnce(environment);
        try (var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(Scenario.queues()))) {
            var output = Program.run(
                    environment,
                    Map.of(),
                    List.of(
                            python(environment),
                            SCRIPT.toString(),
                            bus.connectionString(),
                            String.valueOf(bus.statisticsPort())));
            return Report.of(output).tests(Sdk.PYTHON);
        }
    }

    private static void installOnce(Path environment) throws Exception {
        var installed = environment.resolve("installed.txt");
        if (Files.exists(installed) && Files.mismatch(installed, REQUIREMENTS) == -1) {
            return;
        }
        Program.run(environment, Map.of(), List.of("python3", "-m", "venv", environment.toString()));
        Program.run(
                environment,
                Map.of(),
                List.of(
                        python(environment),
                        "-m",
                        "pip",
                        "install",
                        "-q",
                        "--no-deps",
                        "--require-hashes",
                        "--only-binary=:all:",
                        "-r",
                        REQUIREMENTS.toString()));
        Files.copy(REQUIREMENTS, installed, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String python(Path environment) {
        return environment.resolve("bin").resolve("python").toString();
    }
}
