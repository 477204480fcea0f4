package dev.orderwave.benchmarks.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.benchmarks.bus.BusCosts.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusPartTest {
    @Test
    void costs_are_told_per_message_and_the_journal_as_a_share() {
        var memory = costs(Duration.ofSeconds(1), 0);
        var journal = costs(Duration.ofSeconds(2), 7_000_000);

        assertThat(new BusPart(List.of(memory), List.of(journal))
                        .part()
                        .tables()
                        .getFirst()
                        .rows())
                .containsExactly(
                        List.of("scheduled/s", "10,000", "5,000", "0.50"),
                        List.of("received and completed/s", "2,500", "2,500", "1.00"),
                        List.of("bus CPU to schedule, us/message", "50", "100", "2.00"),
                        List.of("bus CPU to deliver and settle, us/message", "100", "100", "1.00"),
                        List.of("heap, bytes/message held", "900", "900", "1.00"),
                        List.of("peak RSS, MB", "120", "120", "1.00"),
                        List.of("disk, bytes/message held", "0", "700", ""),
                        List.of("disk once all are settled, MB", "0.0", "0.7", ""));
    }

    @Test
    void every_round_can_be_told_to_a_file_in_seconds() {
        var part = new BusPart(List.of(costs(Duration.ofMillis(1500), 0)), List.of(costs(Duration.ofSeconds(2), 1)))
                .part();

        var json = JsonMapper.builder().build().valueToTree(part);

        assertThat(json.at("/raw/0/0/scheduling/seconds").asDouble()).isEqualTo(1.5);
        assertThat(json.at("/raw/1/0/scheduling/cpuSeconds").asDouble()).isEqualTo(1);
    }

    @Test
    void one_disturbed_round_of_three_does_not_move_a_figure() {
        var calm = costs(Duration.ofSeconds(1), 0);
        var disturbed = costs(Duration.ofSeconds(60), 0);

        assertThat(BusMetric.SCHEDULED.median(List.of(calm, disturbed, calm))).isEqualTo(10_000);
    }

    private static BusCosts costs(Duration scheduling, long diskBytes) {
        return new BusCosts(
                10_000,
                new Phase(scheduling, scheduling.dividedBy(2)),
                new Phase(Duration.ofSeconds(4), Duration.ofSeconds(1)),
                9_000_000,
                120_000_000,
                diskBytes,
                diskBytes / 10);
    }
}
