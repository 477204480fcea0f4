package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.orderwave.azure.ServiceBus;
import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.dataset.DataSetStore;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.Phase.Burst;
import dev.orderwave.loadgen.schedule.Phase.Idle;
import dev.orderwave.loadgen.schedule.Phase.Ramp;
import dev.orderwave.loadgen.schedule.ScheduleRecord.State;
import dev.orderwave.loadgen.trace.OrderTraces;
import dev.orderwave.servicebus.Fault;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedSchedulerIT {

    private static final String QUEUE = "q-order-ingress";
    private static final LocalStorage LOCAL = LocalStorage.start();

    /// Less than in earnest, and more than a busy machine leaves unread of what a killed run had sent.
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final int MANY = 20_000;

    /// A JVM that starts on a busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static DataSet many = DataSet.from(OrderGenerator.seeded(1), 1);

    private final LocalServiceBus bus =
            LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named(QUEUE)));
    private final ServiceBus client = ServiceBus.connect(bus.connectionString());
    private final ScheduleStore store = new ScheduleStore(LOCAL.connect());
    private final RecordedScheduler scheduler =
            new RecordedScheduler(client, LOCAL.connect(), SETTLING, OrderTraces.none());

    @BeforeAll
    static void storeDataSet() {
        var dataSets = new DataSetStore(LOCAL.connect());
        dataSets.save(OrderGenerator.seeded(42), MANY);
        many = dataSets.load();
    }

    @BeforeEach
    void forgetTheLastSchedule() {
        var container = LOCAL.connect().container(DataSetStore.CONTAINER);
        container.readVersion(ScheduleStore.BLOB).ifPresent(container::delete);
    }

    @AfterEach
    void stopBus() {
        bus.close();
    }

    @AfterAll
    static void stopStorage() {
        LOCAL.close();
    }

    @Test
    void every_order_waits_on_the_queue_for_its_own_due_time_which_it_carries() {
        var schedule = schedule(few(500), Shape.of(new Ramp(250, 10, 100), new Idle(30)));

        var wave = scheduler.schedule(few(500), schedule, Progress.SILENT);

        var timetable = schedule.timetable();
        assertThat(wave).isEqualTo(new ScheduledWave(500, timetable.first(), wave.acceptedAt(), 0));
        client.queue(QUEUE).forEach(message -> {
            var due = timetable.due(Integer.parseInt(message.getMessageId()) - 1);
            assertThat(message.getScheduledEnqueueTime().toInstant()).isEqualTo(due);
            assertThat(message.getApplicationProperties())
                    .containsEntry("due", Long.toString(due.toEpochMilli()))
                    .containsEntry("schedule", schedule.id());
        });
        assertEveryOrderIsThereOnce(500);
        assertThat(store.load()).isEqualTo(new ScheduleRecord(schedule, State.DONE, 500, 500));
    }

    @Test
    void a_run_that_is_killed_is_gone_on_with_and_schedules_nothing_twice() {
        try (var run = startProcess()) {
            await().atMost(PATIENCE).until(() -> bus.queue(QUEUE).scheduled() >= 3 * Execution.WINDOW);
            run.kill();
        }
        assertThat(bus.queue(QUEUE).scheduled()).isLessThan(MANY);
        var told = new ArrayList<Integer>();

        scheduler.resume(many, (accepted, total) -> told.add(accepted));

        assertThat(told.getFirst()).isGreaterThanOrEqualTo(2 * Execution.WINDOW);
        assertEveryOrderIsThereOnce(MANY);
    }

    @Test
    void what_was_accepted_and_never_answered_is_not_scheduled_again() {
        bus.faults().inject(QUEUE, new Fault.Hold(Fault.Held.ANSWERS));
        try (var run = startProcess()) {
            await().atMost(PATIENCE).until(() -> bus.queue(QUEUE).scheduled() > 0);
            run.kill();
        }
        assertThat(store.load().accepted()).isZero();
        bus.faults().clear(QUEUE);

        scheduler.resume(many, Progress.SILENT);

        assertEveryOrderIsThereOnce(MANY);
    }

    @Test
    void a_connection_that_drops_midway_is_got_over_and_nothing_is_scheduled_twice() {
        var dropped = new AtomicBoolean();

        scheduler.schedule(many, schedule(many, burst(MANY)), (accepted, total) -> {
            if (accepted > Execution.WINDOW + 500 && dropped.compareAndSet(false, true)) {
                bus.faults().inject(QUEUE, new Fault.DropConnections());
            }
        });

        assertThat(dropped).isTrue();
        assertEveryOrderIsThereOnce(MANY);
    }

    @Test
    void what_is_not_due_is_cancelled_and_what_was_due_stays() {
        var halfNow = Shape.of(new Burst(500), new Idle(3600));
        scheduler.schedule(
                few(1_000),
                Schedule.of(QUEUE, Instant.now(), halfNow, few(1_000).manifest()),
                Progress.SILENT);

        var cancellation = scheduler.cancel();

        assertThat(cancellation).isEqualTo(new Cancellation(500, 500));
        assertThat(bus.queue(QUEUE).scheduled()).isZero();
        assertThat(bus.queue(QUEUE).active()).isEqualTo(500);
        assertThat(store.load().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void messages_of_others_are_not_cancelled() {
        try (var other = WaveScheduler.connect(client, QUEUE)) {
            other.schedule(few(7), inAnHour(), Progress.SILENT);
        }
        scheduler.schedule(few(10), schedule(few(10), burst(10)), Progress.SILENT);

        scheduler.cancel();

        assertThat(bus.queue(QUEUE).scheduled()).isEqualTo(7);
    }

    @Test
    void a_killed_run_is_cancelled_too() {
        try (var run = startProcess()) {
            await().atMost(PATIENCE).until(() -> bus.queue(QUEUE).scheduled() >= Execution.WINDOW);
            run.kill();
        }

        var cancellation = scheduler.cancel();

        assertThat(cancellation.cancelled()).isGreaterThanOrEqualTo(Execution.WINDOW);
        assertThat(bus.queue(QUEUE).scheduled()).isZero();
        assertRefused(() -> scheduler.resume(many, Progress.SILENT), "the last schedule was cancelled: schedule anew");
    }

    @Test
    void a_schedule_whose_orders_are_still_to_come_is_not_replaced() {
        scheduler.schedule(few(10), schedule(few(10), burst(10)), Progress.SILENT);

        assertRefused(
                () -> scheduler.schedule(few(10), schedule(few(10), burst(10)), Progress.SILENT),
                "orders of the last schedule are due until ");
        assertRefused(
                () -> scheduler.resume(few(10), Progress.SILENT), "every order of the last schedule was accepted");
    }

    @Test
    void an_interrupted_schedule_is_not_replaced_but_named() {
        store.replace(Optional.empty(), ScheduleRecord.first(schedule(many, burst(MANY))));

        assertRefused(
                () -> scheduler.schedule(many, schedule(many, burst(MANY)), Progress.SILENT),
                "the last schedule was interrupted at 0 of 20,000 orders, which are due until ");
    }

    @Test
    void orders_that_were_due_meanwhile_are_not_guessed_about() {
        var past = Schedule.of(QUEUE, Instant.now().minusSeconds(60), burst(MANY), many.manifest());
        store.replace(Optional.empty(), ScheduleRecord.first(past));

        assertRefused(() -> scheduler.resume(many, Progress.SILENT), "order 1 was due at " + past.start());
        assertThat(bus.queue(QUEUE).enqueued()).isZero();
    }

    @Test
    void another_data_set_is_not_gone_on_with() {
        store.replace(Optional.empty(), ScheduleRecord.first(schedule(many, burst(MANY))));

        assertRefused(
                () -> scheduler.resume(few(10), Progress.SILENT),
                "the stored data set is another than the one that was being scheduled (20,000 orders of seed 42)");
    }

    @Test
    void who_was_taken_over_goes_no_further() {
        var taken = new AtomicBoolean();

        assertRefused(
                () -> scheduler.schedule(many, schedule(many, burst(MANY)), (accepted, total) -> {
                    if (taken.compareAndSet(false, true)) {
                        CompletableFuture.runAsync(this::takeOver).join();
                    }
                }),
                "another loadgen has taken over or cancelled the schedule");

        assertThat(bus.queue(QUEUE).scheduled()).isEqualTo(Execution.WINDOW);
    }

    private void takeOver() {
        var entry = store.find().orElseThrow();
        store.replace(entry.tag(), entry.content());
    }

    private LoadgenProcess startProcess() {
        return LoadgenProcess.start(
                "schedule",
                "--in",
                "1h",
                "--servicebus-connection-string",
                bus.connectionString(),
                "--blob-connection-string",
                LOCAL.connectionString());
    }

    private static DataSet few(int orders) {
        return DataSet.from(OrderGenerator.seeded(7), orders);
    }

    private static Shape burst(int orders) {
        return Shape.of(new Burst(orders));
    }

    private static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static Schedule schedule(DataSet dataSet, Shape shape) {
        return Schedule.of(QUEUE, inAnHour(), shape, dataSet.manifest());
    }

    private void assertEveryOrderIsThereOnce(int orders) {
        List<Integer> ids = new ArrayList<>();
        client.queue(QUEUE).forEach(message -> ids.add(Integer.parseInt(message.getMessageId())));
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, orders).boxed().toList());
    }

    private static void assertRefused(Runnable deed, String message) {
        assertThatExceptionOfType(ScheduleException.class).isThrownBy(deed::run).withMessageStartingWith(message);
    }
}
