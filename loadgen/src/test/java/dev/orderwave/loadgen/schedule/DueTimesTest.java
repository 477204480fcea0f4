package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.Phase.Steady;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DueTimesTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final DataSet DATA_SET =
            DataSet.from(OrderGenerator.seeded(1).withFirstOrderId(101), 3);

    @Test
    void each_order_is_due_as_the_timetable_says() {
        var due = DueTimes.of(DATA_SET, Timetable.of(START, Shape.of(new Steady(3, 1)), 3));

        assertThat(due.of(101)).contains(START);
        assertThat(due.of(103)).contains(START.plusSeconds(2));
    }

    @Test
    void an_order_of_another_wave_is_never_due() {
        var due = DueTimes.together(DATA_SET, START);

        assertThat(due.of(100)).isEmpty();
        assertThat(due.of(104)).isEmpty();
    }

    @Test
    void a_timetable_of_another_wave_is_refused() {
        var timetable = Timetable.of(START, Shape.of(new Steady(4, 1)), 4);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueTimes.of(DATA_SET, timetable))
                .withMessage("a timetable of 4 is none of 3 orders");
    }
}
