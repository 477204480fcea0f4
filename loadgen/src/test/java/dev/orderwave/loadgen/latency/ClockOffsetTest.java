package dev.orderwave.loadgen.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.azure.ClockReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

    private static final Instant HERE = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void one_reading_tells_an_offset_to_a_second_and_the_time_it_took() {
        var offset = ClockOffset.of(List.of(new ClockReading(HERE, HERE, HERE.plusMillis(20))));

        assertThat(offset).isEqualTo(new ClockOffset(Duration.ofMillis(-20), Duration.ofSeconds(1)));
    }

    @Test
    void readings_across_the_turn_of_a_second_narrow_it_down() {
        var offset = ClockOffset.of(readings(Duration.ZERO));

        assertThat(offset.least()).isEqualTo(Duration.ofMillis(-20));
        assertThat(offset.most()).isEqualTo(Duration.ofMillis(100));
        assertThat(offset.likely()).isZero();
        assertThat(offset.doubt()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void a_clock_that_is_certainly_ahead_is_taken_for_as_much_ahead_as_the_middle_says() {
        var offset = ClockOffset.of(readings(Duration.ofSeconds(3)));

        assertThat(offset.likely()).isEqualTo(Duration.ofMillis(3040));
        assertThat(offset.doubt()).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void the_doubts_of_two_clocks_add_up() {
        var one = new ClockOffset(Duration.ofMillis(-10), Duration.ofMillis(30));
        var other = new ClockOffset(Duration.ofMillis(-50), Duration.ofMillis(20));

        assertThat(one.minus(other)).isEqualTo(new ClockOffset(Duration.ofMillis(-30), Duration.ofMillis(80)));
    }

    @Test
    void a_clock_that_was_set_meanwhile_counts_as_it_is_now() {
        var offset = ClockOffset.of(List.of(
                new ClockReading(HERE, HERE.plusSeconds(60), HERE),
                new ClockReading(HERE.plusSeconds(1), HERE.plusSeconds(1), HERE.plusSeconds(1))));

        assertThat(offset).isEqualTo(new ClockOffset(Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void a_clock_that_was_not_read_has_no_offset() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClockOffset.of(List.of()));
    }

    @Test
    void what_the_clocks_say_is_put_in_words() {
        var ahead = new ClockOffset(Duration.ofMillis(4900), Duration.ofMillis(5100));

        assertThat(new Clocks(ClockOffset.NONE, ClockOffset.NONE))
                .hasToString("ahead of this machine's: the bus's not asked, so taken for the same, storage's"
                        + " +0.00 to +0.00 s; they agree within 0.00 s");
        assertThat(new Clocks(new ClockOffset(Duration.ZERO, Duration.ofMillis(1)), ahead))
                .hasToString("ahead of this machine's: the bus's +0.00 to +0.00 s, storage's +4.90 to +5.10 s;"
                        + " they differ, and +5.00 s are taken off latencies, give or take 0.10 s");
    }

    /// Ten, a tenth of a second apart, each of which takes 20 ms; the clock tells whole seconds.
    private static List<ClockReading> readings(Duration ahead) {
        return IntStream.range(0, 10)
                .mapToObj(tenth -> {
                    var asked = HERE.plusMillis(100L * tenth);
                    var told = asked.plus(ahead).plusMillis(10);
                    return new ClockReading(asked, Instant.ofEpochSecond(told.getEpochSecond()), asked.plusMillis(20));
                })
                .toList();
    }
}
