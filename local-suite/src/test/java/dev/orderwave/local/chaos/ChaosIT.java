package dev.orderwave.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.local.LocalSuite;
import dev.orderwave.local.LocalSuiteConfig;
import dev.orderwave.local.SuitePorts;
import dev.orderwave.local.WaveConsole;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few rounds of what `./orderwave chaos` does. The seed is printed; `-Dorderwave.seed` repeats what it draws.
class ChaosIT {
    private static final int ROUNDS = 3;
    private static final int ORDERS = 2000;
    private static final Duration LOCK = Duration.ofSeconds(8);

    private final long seed = Long.getLong("orderwave.seed", System.nanoTime());

    @Test
    void every_order_becomes_its_blob_whatever_is_killed_stopped_or_paused_meanwhile(@TempDir Path storage) {
        var console = new WaveConsole(new PrintWriter(System.out, true, StandardCharsets.UTF_8), false);
        console.say("Chaos by -Dorderwave.seed=" + seed);
        var config =
                LocalSuiteConfig.on(SuitePorts.free()).withLockDuration(LOCK).withStorage(storage);
        try (var suite = LocalSuite.start(config)) {
            var chaos = new Chaos(suite, console, seed, ORDERS, LOCK);

            var rounds = IntStream.rangeClosed(1, ROUNDS).mapToObj(chaos::round).toList();

            assertThat(rounds).allSatisfy(round -> {
                assertThat(round.wave().findings()).isEmpty();
                assertThat(round.isClean()).isTrue();
            });
        }
    }
}
