package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import dev.orderwave.azure.BlobStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What whoever may send orders can do by their ids and properties, which daprd hands to a service as HTTP headers.
class HostileMetadataIT {
    private static final String ORDER = """
            {"orderId":8,"orderGuid":"7f0c1a0e-6f5e-4c3a-9d2b-1a2b3c4d5e6f","description":"a-b-c-d-e","firstName":"Ada",
             "lastName":"Lovelace","delivery":"Express","items":[{"orderItemId":1,"sku":"ABCDEFGHIJKLM","quantity":2}]}""";
    /// To a terminal.
    private static final String ERASE_LINE = "\u009b2K";

    private static final String FORGED = "12:00:00.000 ERROR [forged] all is lost";

    @Test
    void a_sender_harms_his_own_messages_only_and_writes_no_lines_of_his_own_into_a_log() {
        try (var suite = LocalSuite.start(Suites.config().withMaxDeliveryCount(2))) {
            send(
                    suite,
                    message("no order").setMessageId("escaped%0A+" + FORGED),
                    message(ORDER.replace("Express", ERASE_LINE)).setMessageId("reason"),
                    message("no order").setMessageId("plain\n" + FORGED),
                    with(message("no order").setMessageId("cut"), "Content-Length", "5"),
                    with(message("no order").setMessageId("long"), "property", "x".repeat(60_000)),
                    with(message("no order").setMessageId("guess"), "dapr-api-token", "guessed"),
                    message(ORDER).setMessageId("8"));

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var ingress = suite.backing().statistics().queue(Queue.INGRESS.id());
                assertThat(ingress.completed()).isEqualTo(5);
                assertThat(ingress.deadLettered()).isEqualTo(2);
                assertThat(blobsOfTheOrder(suite)).hasSize(1);
            });
            assertThat(lines(suite.app(App.DISTRIBUTOR).service().log()))
                    .anyMatch(line -> line.contains("Order escaped%0A+" + FORGED))
                    .anyMatch(line -> line.contains("Order reason was rejected"))
                    .noneMatch(line -> line.startsWith(FORGED) || line.contains(ERASE_LINE));
            assertThat(lines(suite.app(App.DISTRIBUTOR).daprd().log()))
                    .anyMatch(line -> line.contains("message plain\\n" + FORGED))
                    .noneMatch(line -> line.startsWith(FORGED));
        }
    }

    private static List<String> blobsOfTheOrder(LocalSuite suite) {
        return Suites.blobsOf(
                BlobStorage.connect(suite.backing().blobConnectionString()).container("express-outbox"), 8);
    }

    private static ServiceBusMessage message(String body) {
        return new ServiceBusMessage(BinaryData.fromString(body));
    }

    private static ServiceBusMessage with(ServiceBusMessage message, String property, String value) {
        message.getApplicationProperties().put(property, value);
        return message;
    }

    private static void send(LocalSuite suite, ServiceBusMessage... messages) {
        var builder =
                new ServiceBusClientBuilder().connectionString(suite.backing().serviceBusConnectionString());
        try (var sender = builder.sender().queueName(Queue.INGRESS.id()).buildClient()) {
            List.of(messages).forEach(sender::sendMessage);
        }
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
