package dev.orderwave.loadgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.terminal.StatusBlock;
import dev.orderwave.loadgen.watch.View;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchScreenTest {

    private static final Instant DUE = Instant.parse("2030-01-01T12:00:00Z");

    private final StringWriter out = new StringWriter();

    @Test
    void on_a_terminal_a_wave_is_a_block_of_lines() {
        screen(true).show(view(12, 5_800, Map.of("all", latency())));

        assertThat(out.toString().replace("\r", "").replace("\033[K", "")).isEqualTo("""
                10,000 orders, the first due at 2030-01-01T12:00:00Z, 12 s ago
                due          ████████████████████████    10,000
                distributed  ██████████████░░░░░░░░░░     6,120
                ended        █████████████░░░░░░░░░░░     5,800   310 orders/s
                blobs        express 2,900   standard 2,880   rejected 1   dead-lettered 0
                waiting      q-order-express 120   q-order-ingress 3,880   q-order-standard 200
                latency      p50 7.1   p95 10.9   p99 11.4   max 12.0 s   outboxes listed 2 s ago
                """);
    }

    @Test
    void the_block_is_drawn_over_the_one_before() {
        var screen = screen(true);

        screen.show(view(1, 0, Map.of()));
        screen.show(view(2, 100, Map.of()));

        assertThat(out.toString()).containsOnlyOnce("\033[7A");
    }

    @Test
    void elsewhere_it_is_one_plain_line() {
        screen(false).show(view(-3, 0, Map.of()));

        assertThat(out.toString())
                .hasLineCount(1)
                .startsWith("   -3.0 s   due 10,000   distributed 6,120   ended 0   express 2,900   standard 2,880")
                .contains("waiting 4,200   310 orders/s   latency: no blob yet")
                .doesNotContain("\033");
    }

    private WatchScreen screen(boolean terminal) {
        return new WatchScreen(StatusBlock.on(new PrintWriter(out, true), terminal), DUE);
    }

    private static View view(double seconds, long ended, Map<String, Latency> latencies) {
        var sample = new Sample(
                seconds,
                Map.of(
                        "due", 10_000L,
                        "distributed", 6_120L,
                        "express", 2_900L,
                        "standard", 2_880L,
                        "rejected", 1L,
                        "dead-lettered", 0L),
                Map.of("q-order-ingress", 3_880L, "q-order-express", 120L, "q-order-standard", 200L),
                Map.of());
        return new View(sample, 10_000, ended, 310, latencies, Duration.ofSeconds(2));
    }

    private static Latency latency() {
        return new Latency(5_780, 6_900, 900, 7_100, 10_200, 10_900, 11_400, 11_900, 12_000, 1_000, List.of());
    }
}
