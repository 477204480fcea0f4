package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.azure.BlobStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is not an order, or hardly one.
class BadInputIT {
    private static final String ORDER = """
            {"orderId":%d,"orderGuid":"7f0c1a0e-6f5e-4c3a-9d2b-1a2b3c4d5e6f","description":"%s","firstName":"Ada",
             "lastName":"Lovelace","delivery":"%s","items":[{"orderItemId":1,"sku":"ABCDEFGHIJKLM","quantity":2}]}""";

    @Test
    void what_is_no_order_is_rejected_with_its_reason_and_a_large_order_is_delivered() {
        try (var suite = LocalSuite.start(Suites.config())) {
            var largeOrder = ORDER.formatted(3, "x".repeat(200_000), "Standard");

            send(suite, "1", "this is not JSON");
            send(suite, "2", ORDER.formatted(2, "a-b-c-d-e", "Overnight"));
            send(suite, "3", largeOrder);

            var blobs = BlobStorage.connect(suite.backing().blobConnectionString());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(suite.backing().statistics().queues())
                            .allSatisfy(queue -> assertThat(queue.isDrained()).isTrue())
                            .anySatisfy(queue -> assertThat(queue.completed()).isEqualTo(3)));
            assertThat(rejections(blobs))
                    .anySatisfy(entry -> {
                        assertThat(entry.get("messageId").asText()).isEqualTo("1");
                        assertThat(entry.get("reason").asText()).contains("JSON");
                        assertThat(entry.get("message").asText()).isEqualTo("this is not JSON");
                        assertThat(entry.get("app").asText()).isEqualTo("distributor");
                        assertThat(entry.get("module").get("name").asText()).isEqualTo("order-router");
                    })
                    .anySatisfy(entry -> {
                        assertThat(entry.get("messageId").asText()).isEqualTo("2");
                        assertThat(entry.get("reason").asText())
                                .isEqualTo("delivery must be Express or Standard, was \"Overnight\"");
                    })
                    .hasSize(2);
            var standard = blobs.container("standard-outbox");
            assertThat(standard.list()).hasSize(1);
            assertThat(json(standard.read(Suites.blobsOf(standard, 3).getFirst())
                                    .orElseThrow())
                            .get("description")
                            .asText())
                    .hasSize(200_000);
            assertThat(suite.backing().statistics().queues())
                    .allSatisfy(queue -> assertThat(queue.deadLetteredTotal()).isZero());
        }
    }

    @Test
    void two_orders_with_one_id_become_two_blobs_and_one_order_that_is_sent_twice_becomes_one() {
        try (var suite = LocalSuite.start(Suites.config())) {
            send(suite, "7", ORDER.formatted(7, "the-first-of-two-orders", "Express"));
            send(suite, "7", ORDER.formatted(7, "the-other-of-two-orders", "Express"));
            send(suite, "8", ORDER.formatted(8, "sent-twice-without-any-change", "Express"));
            send(suite, "8", ORDER.formatted(8, "sent-twice-without-any-change", "Express"));

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(suite.backing()
                                    .statistics()
                                    .queue(Queue.EXPRESS.id())
                                    .completed())
                            .isEqualTo(4));
            var outbox =
                    BlobStorage.connect(suite.backing().blobConnectionString()).container("express-outbox");
            assertThat(Suites.blobsOf(outbox, 7)).hasSize(2);
            assertThat(Suites.blobsOf(outbox, 8)).hasSize(1);
        }
    }

    private static void send(LocalSuite suite, String messageId, String body) {
        var builder =
                new ServiceBusClientBuilder().connectionString(suite.backing().serviceBusConnectionString());
        try (var sender = builder.sender().queueName(Queue.INGRESS.id()).buildClient()) {
            sender.sendMessage(new ServiceBusMessage(BinaryData.fromString(body)).setMessageId(messageId));
        }
    }

    private static List<JsonNode> rejections(BlobStorage blobs) {
        var outbox = blobs.container("rejected-outbox");
        return outbox.list().stream()
                .map(blob -> json(outbox.read(blob.name()).orElseThrow()))
                .toList();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JsonMapper.builder().build().readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
