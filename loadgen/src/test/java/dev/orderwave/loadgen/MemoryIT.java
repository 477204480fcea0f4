package dev.orderwave.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.processes.ChildProcess;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program, since the logging that would keep what it is told comes with the package.
class MemoryIT {

    private static final String QUEUE = "q-order-ingress";

    /// Enough to cancel 100,000 orders; too little for 20,000 of whose every frame a kilobyte is kept.
    private static final String HEAP = "-Xmx40m";

    @TempDir
    Path directory;

    @Test
    void nothing_is_kept_of_the_messages_that_are_looked_at() throws Exception {
        try (var storage = LocalStorage.start();
                var bus = LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named(QUEUE)))) {
            var blobs = storage.connectionString();
            var queues = bus.connectionString();
            ProgramRun.of("generate", "--orders", "20000", "--blob-connection-string", blobs);
            ProgramRun.of(
                    "schedule",
                    "--in",
                    "1h",
                    "--blob-connection-string",
                    blobs,
                    "--servicebus-connection-string",
                    queues);
            assertThat(bus.queue(QUEUE).scheduled()).isEqualTo(20_000);

            try (var cancel = cancel(blobs, queues)) {
                cancel.ended().get(60, TimeUnit.SECONDS);

                assertThat(cancel.log()).content().startsWith("Cancelled 20,000 orders");
            }
            assertThat(bus.queue(QUEUE).scheduled()).isZero();
        }
    }

    private ChildProcess cancel(String blobs, String queues) {
        return ChildProcess.start(
                "loadgen cancel",
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        HEAP,
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "cancel"),
                Map.of("BLOB_CONNECTION_STRING", blobs, "SERVICEBUS_CONNECTION_STRING", queues),
                Path.of("."),
                directory.resolve("cancel.log"));
    }
}
