package dev.orderwave.loadgen.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.loadgen.schedule.Phase.Burst;
import dev.orderwave.loadgen.schedule.Phase.Idle;
import dev.orderwave.loadgen.schedule.Phase.Ramp;
import dev.orderwave.loadgen.schedule.Phase.Steady;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final Instant START = Instant.parse("2030-01-01T12:00:00.250Z");

    @Test
    void the_orders_of_a_burst_are_due_at_once() {
        assertThat(seconds(Shape.of(new Burst(3)), 3)).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void steady_orders_are_due_at_equal_intervals() {
        assertThat(seconds(Shape.of(new Steady(5, 4)), 5)).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    }

    @Test
    void a_ramp_begins_at_one_rate_and_ends_at_the_other() {
        var timetable = timetable(Shape.of(new Ramp(5_500, 100, 1_000)), 5_500);

        assertThat(dueWithin(timetable, 0, 1)).isBetween(140, 150);
        assertThat(dueWithin(timetable, 9, 10)).isBetween(950, 960);
        assertThat(timetable.length()).isBetween(Duration.ofMillis(9_990), Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "100, 0", "50, 50"})
    void a_ramp_may_begin_or_end_at_rest_or_not_change_at_all(double from, double to) {
        var timetable = timetable(Shape.of(new Ramp(500, from, to)), 500);

        assertThat(timetable.first()).isEqualTo(START);
        assertThat(timetable.length()).isBetween(Duration.ofMillis(9_500), Duration.ofSeconds(10));
        assertThat(timetable.dueBy(START.plusSeconds(20))).isEqualTo(500);
    }

    @Test
    void phases_follow_each_other_with_idle_between_and_begin_again_until_every_order_has_its_time() {
        var shape = Shape.of(new Burst(2), new Idle(10), new Steady(2, 1), new Idle(5));

        assertThat(seconds(shape, 7)).containsExactly(0.0, 0.0, 10.0, 11.0, 17.0, 17.0, 27.0);
    }

    @Test
    void due_times_never_fall() {
        var timetable = timetable(Shape.of(new Ramp(97, 0, 333), new Steady(7, 1000), new Idle(0.001)), 10_000);

        assertThat(IntStream.range(0, timetable.size()).mapToObj(timetable::due))
                .isSorted();
    }

    @Test
    void how_many_are_due_is_known_for_every_moment() {
        var timetable = timetable(Shape.of(new Steady(10, 10)), 10);

        assertThat(timetable.dueBy(START.minusMillis(1))).isZero();
        assertThat(timetable.dueBy(START)).isOne();
        assertThat(timetable.dueBy(START.plusMillis(499))).isEqualTo(5);
        assertThat(timetable.dueBy(timetable.last())).isEqualTo(10);
    }

    @Test
    void a_shape_is_read_from_a_file_and_told_in_words() {
        var json = """
                [
                  {"phase": "burst", "orders": 5000},
                  {"phase": "idle", "seconds": 30},
                  {"phase": "steady", "orders": 2000, "rate": 100},
                  {"phase": "ramp", "orders": 3000, "from": 0.5, "to": 500}
                ]
                """;

        var shape = Shape.parse(json.getBytes(UTF_8));

        assertThat(shape)
                .isEqualTo(Shape.of(new Burst(5000), new Idle(30), new Steady(2000, 100), new Ramp(3000, 0.5, 500)))
                .hasToString("burst of 5,000, idle for 30s, 2,000 at 100/s, 3,000 from 0.5/s to 500/s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[{\"phase\":\"idle\",\"seconds\":1}]",
                "[{\"phase\":\"tide\",\"orders\":1}]",
                "[{\"phase\":\"burst\"}]",
                "[{\"phase\":\"burst\",\"orders\":0}]",
                "[{\"phase\":\"burst\",\"orders\":1.5}]",
                "[{\"phase\":\"burst\",\"orders\":1,\"rate\":1}]",
                "[{\"phase\":\"steady\",\"orders\":1,\"rate\":0}]",
                "[{\"phase\":\"ramp\",\"orders\":1,\"from\":0,\"to\":0}]",
                "[{\"phase\":\"ramp\",\"orders\":1,\"from\":-1,\"to\":5}]",
                "[{\"phase\":\"burst\",\"orders\":1},{\"phase\":\"idle\",\"seconds\":-1}]"
            })
    void what_is_no_shape_is_refused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.parse(json.getBytes(UTF_8)))
                .withMessageStartingWith("not a shape: ");
    }

    private static Timetable timetable(Shape shape, int orders) {
        return Timetable.of(START, shape, orders);
    }

    private static int dueWithin(Timetable timetable, int fromSecond, int toSecond) {
        return timetable.dueBy(START.plusSeconds(toSecond)) - timetable.dueBy(START.plusSeconds(fromSecond));
    }

    private static List<Double> seconds(Shape shape, int orders) {
        var timetable = timetable(shape, orders);
        return IntStream.range(0, orders)
                .mapToObj(index -> Duration.between(START, timetable.due(index)).toMillis() / 1000.0)
                .toList();
    }
}
