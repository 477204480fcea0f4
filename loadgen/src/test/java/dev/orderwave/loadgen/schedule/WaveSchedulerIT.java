package dev.orderwave.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import dev.orderwave.azure.AzureException;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.servicebus.LocalServiceBus;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WaveSchedulerIT {

    private static final LocalServiceBus BUS =
            LocalServiceBus.start(LocalServiceBusConfig.onFreePorts(QueueConfig.named(WaveScheduler.QUEUE)));

    /// Below the 256 deliveries that close the SDK's own link when they outrun its pump.
    private static final int PREFETCH = 100;

    /// Time for a busy machine to connect and schedule all of it.
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final DataSet DATA_SET = DataSet.from(OrderGenerator.seeded(42), 500);

    @AfterAll
    static void stopBus() {
        BUS.close();
    }

    @Test
    void every_order_arrives_once_as_it_was_and_not_before_it_is_due() {
        var due = Instant.now().plus(AHEAD);
        var told = new ArrayList<Integer>();

        var wave = schedule(DATA_SET, due, (accepted, total) -> told.add(accepted));
        var arrivals = receive(DATA_SET.size());

        assertThat(wave.isInTime()).isTrue();
        assertThat(told).isSorted().endsWith(500);
        assertThat(arrivals).allSatisfy(arrival -> {
            assertThat(arrival.at()).isAfterOrEqualTo(wave.due());
            assertThat(arrival.message().getContentType()).isEqualTo("application/json");
            assertThat(arrival.message().getApplicationProperties())
                    .containsEntry("due", Long.toString(wave.due().toEpochMilli()));
        });
        assertThat(arrivals)
                .extracting(arrival -> arrival.message().getMessageId())
                .containsExactlyInAnyOrderElementsOf(DATA_SET.orders().stream()
                        .map(order -> Integer.toString(order.orderId()))
                        .toList());
        assertThat(arrivals)
                .extracting(
                        arrival -> Order.fromJson(arrival.message().getBody().toBytes()))
                .containsExactlyInAnyOrderElementsOf(DATA_SET.orders());
    }

    @Test
    void a_wave_that_was_due_before_it_was_complete_says_how_many_orders_came_late() {
        var wave = schedule(DATA_SET, Instant.now(), Progress.SILENT);
        receive(DATA_SET.size());

        assertThat(wave.late()).isEqualTo(500);
        assertThat(wave.isInTime()).isFalse();
    }

    @Test
    void a_queue_that_is_not_there_is_named() {
        try (var scheduler = WaveScheduler.connect(BUS.connectionString(), "q-nowhere")) {
            assertThatExceptionOfType(AzureException.class)
                    .isThrownBy(() -> scheduler.schedule(DATA_SET, Instant.now(), Progress.SILENT))
                    .withMessage("queue q-nowhere does not exist in localhost: create it");
        }
    }

    private static ScheduledWave schedule(DataSet dataSet, Instant due, Progress progress) {
        try (var scheduler = WaveScheduler.connect(BUS.connectionString(), WaveScheduler.QUEUE)) {
            return scheduler.schedule(dataSet, due, progress);
        }
    }

    private static List<Arrival> receive(int count) {
        Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
        try (var processor = new ServiceBusClientBuilder()
                .connectionString(BUS.connectionString())
                .processor()
                .queueName(WaveScheduler.QUEUE)
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .prefetchCount(PREFETCH)
                .processMessage(context -> arrivals.add(new Arrival(context.getMessage(), Instant.now())))
                .processError(fault -> {})
                .buildProcessorClient()) {
            processor.start();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(arrivals).hasSize(count));
            await().untilAsserted(() ->
                    assertThat(BUS.queue(WaveScheduler.QUEUE).active()).isZero());
            return List.copyOf(arrivals);
        }
    }

    private record Arrival(ServiceBusReceivedMessage message, Instant at) {}
}
