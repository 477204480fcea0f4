package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusMessage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaveTest {
    private static final int WAVE = 10_000;
    private static final int PER_CALL = 500;
    private final JavaSdk sdk = new JavaSdk(QueueConfig.named("orders"));

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void ten_thousand_scheduled_messages_all_arrive_once_and_none_too_early() {
        var due = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(5);
        Set<String> received = ConcurrentHashMap.newKeySet();
        var errors = new ConcurrentLinkedQueue<Throwable>();
        var processor = sdk.builder()
                .processor()
                .queueName("orders")
                .prefetchCount(100)
                .maxConcurrentCalls(16)
                .processMessage(context -> received.add(context.getMessage().getMessageId()))
                .processError(context -> errors.add(context.getException()))
                .buildProcessorClient();
        schedule(due);
        try (processor) {
            processor.start();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(sdk.statistics().completed()).isEqualTo(WAVE));
        }

        assertThat(received).hasSize(WAVE);
        assertThat(errors).isEmpty();
        var queue = sdk.statistics();
        assertThat(queue.isDrained()).isTrue();
        assertThat(queue.delivered()).isEqualTo(WAVE);
        assertThat(queue.firstEnqueuedAt()).isAfterOrEqualTo(due.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// The SDK schedules nothing until somebody reads the sequence numbers.
    private void schedule(OffsetDateTime due) {
        var sender = sdk.sender();
        for (var first = 0; first < WAVE; first += PER_CALL) {
            var orders = IntStream.range(first, first + PER_CALL)
                    .mapToObj(order ->
                            new ServiceBusMessage("{\"orderId\":" + order + "}").setMessageId("order-" + order))
                    .toList();
            assertThat(sender.scheduleMessages(orders, due)).hasSize(PER_CALL);
        }
    }
}
