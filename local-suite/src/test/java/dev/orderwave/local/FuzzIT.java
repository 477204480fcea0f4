package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.local.OddOrders.OddOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Ten thousand messages, few of them proper orders. Outboxes name a message by its content, so each can be followed to
/// its ending without knowing what it ought to be.
class FuzzIT {
    private static final int MESSAGES = 10_000;
    private static final int DIGEST = 16;
    /// Heap of 192 MB (service.jvmopts) and what a JVM needs beside it.
    private static final long MOST_MEMORY = 400L << 20;

    private final long seed = Long.getLong("orderwave.seed", System.nanoTime());

    @Test
    void every_message_has_exactly_one_ending_whatever_it_is() {
        System.out.println("Odd orders by -Dorderwave.seed=" + seed);
        try (var suite = LocalSuite.start(Suites.config())) {
            var sent = new HashSet<String>();
            send(suite, OddOrders.seeded(seed, MESSAGES).peek(odd -> sent.add(digest(odd.body()))));

            await().atMost(Duration.ofMinutes(5))
                    .untilAsserted(() -> assertThat(suite.backing().statistics().queues())
                            .allSatisfy(queue -> assertThat(queue.isDrained()).isTrue()));

            var endings = endings(suite);
            assertThat(endings.keySet()).isEqualTo(sent);
            assertThat(endings.values()).allSatisfy(places -> assertThat(places).hasSize(1));
            assertThat(suite.backing().statistics().queues())
                    .allSatisfy(queue -> assertThat(queue.deadLettered()).isZero());
            assertThat(Stream.of(App.values())
                            .map(app -> suite.app(app).service().usage().peakRssBytes()))
                    .allSatisfy(peak -> assertThat(peak).isLessThan(MOST_MEMORY));
        }
    }

    private static void send(LocalSuite suite, Stream<OddOrder> messages) {
        var builder =
                new ServiceBusClientBuilder().connectionString(suite.backing().serviceBusConnectionString());
        try (var sender = builder.sender().queueName(Queue.INGRESS.id()).buildClient()) {
            messages.map(FuzzIT::message).gather(Gatherers.windowFixed(50)).forEach(some -> send(sender, some));
        }
    }

    private static void send(ServiceBusSenderClient sender, List<ServiceBusMessage> messages) {
        var batch = sender.createMessageBatch();
        for (var message : messages) {
            if (!batch.tryAddMessage(message)) {
                sender.sendMessages(batch);
                batch = sender.createMessageBatch();
                batch.tryAddMessage(message);
            }
        }
        sender.sendMessages(batch);
    }

    private static ServiceBusMessage message(OddOrder odd) {
        var message = new ServiceBusMessage(BinaryData.fromBytes(odd.body()));
        odd.id().ifPresent(message::setMessageId);
        return message;
    }

    /// Per message content, the containers that hold a blob of it.
    private static Map<String, List<String>> endings(LocalSuite suite) {
        var storage = BlobStorage.connect(suite.backing().blobConnectionString());
        var endings = new HashMap<String, List<String>>();
        for (var container : List.of("express-outbox", "standard-outbox", "rejected-outbox")) {
            Set<String> digests = new HashSet<>();
            storage.container(container).list().forEach(blob -> digests.add(end(blob.name())));
            digests.forEach(digest ->
                    endings.computeIfAbsent(digest, _ -> new ArrayList<>()).add(container));
        }
        return endings;
    }

    private static String end(String blobName) {
        return blobName.substring(blobName.length() - DIGEST);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, DIGEST / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
