package dev.orderwave.wasm.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The services end when their heap runs out. No module makes them.
class SmallHostIT {

    @Test
    void a_host_with_a_small_heap_outlives_every_attack_on_it(@TempDir Path folder) throws Exception {
        var output = folder.resolve("output.txt");
        var host = start(output);

        try {
            assertThat(host.waitFor(4, TimeUnit.MINUTES)).isTrue();
        } finally {
            host.destroyForcibly();
        }

        assertThat(Files.readString(output, UTF_8))
                .endsWith(SmallHost.STILL_ANSWERS + System.lineSeparator())
                .doesNotContain("OutOfMemoryError")
                .doesNotContain("CodeCache is full");
        assertThat(host.exitValue()).isZero();
    }

    /// As in `service.jvmopts`, with a heap that is a little smaller.
    private static Process start(Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-DontCompileHugeMethods",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHost.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
