package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orderwave.loadgen.azure.BlobStorage;
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
            assertThat(blobs.container("standard-outbox").list()).hasSize(1);
            assertThat(json(blobs.container("standard-outbox").read("3").orElseThrow())
                            .get("description")
                            .asText())
                    .hasSize(200_000);
            assertThat(suite.backing().statistics().queues())
                    .allSatisfy(queue -> assertThat(queue.deadLetteredTotal()).isZero());
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
