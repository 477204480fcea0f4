package dev.orderwave.loadgen.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.azure.AzureException;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.result.Sample;
import dev.orderwave.loadgen.schedule.DueTimes;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WatcherIT {

    private static final MiniatureSuite SUITE = MiniatureSuite.start();
    private static final DataSet DATA_SET = DataSet.from(OrderGenerator.seeded(3), 60);

    private final Watcher watcher =
            Watcher.of(SUITE.serviceBus(), SUITE.blobs()).every(Duration.ofMillis(200));

    @AfterAll
    static void stopSuite() {
        SUITE.close();
    }

    @Test
    void a_wave_is_watched_from_its_due_time_until_every_order_has_ended() {
        var due = Instant.now().plusSeconds(4);
        schedule(due);
        var views = new ArrayList<View>();

        var watched = watcher.withProcesses(
                        () -> Map.of("loadgen", ProcessHandle.current().pid()))
                .watch(DueTimes.together(DATA_SET, due), views::add);

        assertThat(watched.ended()).isEqualTo(60);
        assertThat(watched.seconds()).isPositive();
        assertThat(watched.ordersPerSecond()).isPositive();
        assertThat(watched.costs()).containsOnlyKeys("loadgen");
        assertThat(views.getLast().ended()).isEqualTo(60);
        assertThat(views.getLast().latencies()).containsOnlyKeys("all", "express", "standard");
        assertThat(reached(watched.samples().getLast(), "due")).isEqualTo(60);
        assertThat(reached(watched.samples().getLast(), "distributed")).isEqualTo(60);
        assertThat(watched.samples())
                .isSortedAccordingTo((one, other) -> Double.compare(one.seconds(), other.seconds()))
                .allSatisfy(sample -> assertThat(reached(sample, "express") + reached(sample, "standard"))
                        .isLessThanOrEqualTo(reached(sample, "due")))
                .allSatisfy(sample -> assertThat(sample.waiting())
                        .containsOnlyKeys("q-order-ingress", "q-order-express", "q-order-standard"));
    }

    @Test
    void a_queue_that_is_not_there_is_named_before_anything_is_watched() {
        assertThatExceptionOfType(AzureException.class)
                .isThrownBy(() ->
                        watcher.onQueue("q-nowhere").watch(DueTimes.together(DATA_SET, Instant.now()), view -> {}))
                .withMessageStartingWith("queue q-nowhere does not exist");
    }

    private static void schedule(Instant due) {
        try (var scheduler = WaveScheduler.connect(SUITE.busConnectionString(), WaveScheduler.QUEUE)) {
            scheduler.schedule(DATA_SET, due, Progress.SILENT);
        }
    }

    private static long reached(Sample sample, String stage) {
        return sample.reached().getOrDefault(stage, 0L);
    }
}
