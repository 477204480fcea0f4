package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Figure;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.RunFile;
import dev.orderwave.processes.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The load generator as a person starts it, against the suite that it was made for.
class LoadgenRunIT {
    private static final int ORDERS = 300;
    private static final int CYCLES = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    private final LocalSuiteConfig config = Suites.config();

    @Test
    void cycles_are_run_measured_and_held_against_an_earlier_run() throws IOException {
        try (var suite = LocalSuite.start(config)) {
            var first = run(suite, "first", "--cycles", Integer.toString(CYCLES));
            var second = run(
                    suite,
                    "second",
                    "--min-orders-per-second",
                    "1000000",
                    "--tolerance",
                    "100",
                    "--baseline",
                    file("first").toString());

            assertThat(first.exitCode()).as(Files.readString(first.log())).isZero();
            var run = RunFile.read(file("first"));
            assertThat(run.faults()).isZero();
            assertThat(run.cycles()).hasSize(CYCLES).allSatisfy(cycle -> {
                assertThat(cycle.outcomes().intact()).isEqualTo(ORDERS);
                assertThat(cycle.latencies())
                        .extractingByKey("all")
                        .extracting(Latency::count)
                        .isEqualTo((long) ORDERS);
                assertThat(cycle.samples()).isNotEmpty();
                assertThat(cycle.costs()).containsKeys("distributor", "azurite", "local-servicebus");
            });
            assertThat(Figure.CPU.of(run)).isPresent();
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(Files.readString(second.log()))
                    .contains("and at least 1000000.00 is asked for")
                    .contains("to first")
                    .doesNotContain("from the baseline's");
        }
    }

    private ChildProcess run(LocalSuite suite, String name, String... options) {
        var command = new ArrayList<>(List.of(
                Java.executable(),
                "-jar",
                Checkout.find()
                        .root()
                        .resolve("loadgen/target/quarkus-app/quarkus-run.jar")
                        .toString(),
                "run",
                "--name",
                name,
                "--orders",
                Integer.toString(ORDERS),
                "--in",
                "3s",
                "--processes",
                suite.writeProcessIds(directory.resolve("processes.json")).toString(),
                "--out",
                file(name).toString()));
        command.addAll(List.of(options));
        var environment = Map.of(
                "SERVICEBUS_CONNECTION_STRING", suite.backing().serviceBusConnectionString(),
                "SERVICEBUS_MANAGEMENT", "http://localhost:" + config.ports().statistics(),
                "BLOB_CONNECTION_STRING", suite.backing().blobConnectionString());
        var program = ChildProcess.start("loadgen", command, environment, directory, directory.resolve(name + ".log"));
        assertThat(program.ended()).succeedsWithin(PATIENCE);
        return program;
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }
}
