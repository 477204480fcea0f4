package dev.orderwave.loadgen.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.dataset.Manifest;
import dev.orderwave.loadgen.schedule.Phase.Burst;
import dev.orderwave.loadgen.schedule.Phase.Idle;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleStoreIT {

    private static final ScheduleRecord RECORD = new ScheduleRecord(
            new Schedule(
                    "c0ffee",
                    "q-order-ingress",
                    Instant.parse("2030-01-01T12:00:00.250Z"),
                    Shape.of(new Burst(500), new Idle(1.5)),
                    new Manifest(1_000, 42, "fdb2af86")),
            ScheduleRecord.State.OPEN,
            500,
            1_000);

    private final LocalStorage local = LocalStorage.start();
    private final ScheduleStore store = new ScheduleStore(local.connect());

    @BeforeEach
    void createContainer() {
        local.connect().container(DataSetStore.CONTAINER).createIfAbsent();
    }

    @AfterEach
    void stopStorage() {
        local.close();
    }

    @Test
    void what_was_recorded_is_read_elsewhere_and_tells_every_due_time() {
        store.replace(Optional.empty(), RECORD);

        var read = new ScheduleStore(local.connect()).load();

        assertThat(read).isEqualTo(RECORD);
        assertThat(read.schedule().timetable().due(999)).isEqualTo(Instant.parse("2030-01-01T12:00:01.750Z"));
    }

    @Test
    void of_two_who_write_the_second_is_told() {
        var first = store.replace(Optional.empty(), RECORD);
        store.replace(first.tag(), RECORD);

        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() -> store.replace(first.tag(), RECORD))
                .withMessageStartingWith(
                        "another loadgen has taken over or cancelled the schedule in testdata/schedule.json");
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(() -> store.replace(Optional.empty(), RECORD))
                .withMessageStartingWith("another loadgen has taken over");
    }

    @Test
    void nothing_scheduled_is_told_with_what_to_do() {
        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(store::load)
                .withMessage("nothing was scheduled, blob testdata/schedule.json does not exist:"
                        + " run \"loadgen schedule\"");
    }

    @Test
    void a_record_that_is_none_is_told_with_what_to_do() {
        local.connect().container(DataSetStore.CONTAINER).write(ScheduleStore.BLOB, "{}".getBytes(UTF_8));

        assertThatExceptionOfType(ScheduleException.class)
                .isThrownBy(store::load)
                .withMessageStartingWith("testdata/schedule.json is not a schedule")
                .withMessageEndingWith("delete it");
    }
}
