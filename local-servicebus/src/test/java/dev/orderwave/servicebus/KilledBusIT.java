package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.SubQueue;
import dev.orderwave.servicebus.Whereabouts.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bus on a journal, killed again and again while clients do everything that can be done to a message. Afterwards
/// every message is where its last answer said, or, where the kill came before the answer, where it was or was to be.
class KilledBusIT {
    private static final long SEED = Long.getLong("orderwave.seed", System.nanoTime());
    private static final int KILLS = 5;
    private static final int PEEKED_AT_ONCE = 100;
    private static final int WAVE = 20_000;
    private static final int SCHEDULED_AT_ONCE = 500;

    private final Random random = new Random(SEED);
    private final Whereabouts whereabouts = new Whereabouts();

    @Test
    void every_message_is_where_the_last_answer_said(@TempDir Path journal) throws IOException {
        System.out.println("Kills by -Dorderwave.seed=" + SEED);
        for (var kill = 0; kill < KILLS; kill++) {
            try (var bus = start(journal);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var clients = new BusyClients(builder(bus.ports()), whereabouts);
                var running = Stream.<Consumer<Random>>of(clients::send, clients::schedule, clients::settle)
                        .map(client -> running(client, threads))
                        .toList();
                var enough = whereabouts.answers() + random.nextInt(50, 400);
                await().atMost(JavaSdk.PATIENCE)
                        .untilAsserted(() -> assertThat(whereabouts.answers()).isGreaterThan(enough));
                assertThat(running).as("clients at work").noneMatch(CompletableFuture::isDone);
                bus.kill();
                clients.busIsGone();
                running.forEach(CompletableFuture::join);
            }
        }

        try (var bus = start(journal)) {
            var builder = builder(bus.ports());
            // A message that becomes due while others are peeked gets a new number and is met twice: so look again.
            await().atMost(JavaSdk.PATIENCE).untilAsserted(() -> {
                var found = found(builder);
                assertThat(whereabouts.differences(found)).isEmpty();
                assertThat(found).hasSizeGreaterThan(KILLS);
            });
        }
    }

    @Test
    void a_wave_that_becomes_due_while_the_bus_is_killed_is_whole(@TempDir Path journal) throws IOException {
        try (var bus = start(journal)) {
            var ports = bus.ports();
            scheduleWave(builder(ports));
            awaitActive(1, ports);
            bus.kill();
        }
        for (var kill = 1; kill < KILLS; kill++) {
            try (var bus = start(journal)) {
                awaitActive(1, bus.ports());
                bus.kill();
            }
        }

        try (var bus = start(journal)) {
            var ports = bus.ports();
            awaitActive(WAVE, ports);
            assertThat(found(builder(ports)))
                    .hasSize(WAVE)
                    .allSatisfy((_, places) -> assertThat(places).containsExactly(Place.ACTIVE));
        }
    }

    private static void scheduleWave(ServiceBusClientBuilder builder) {
        var due = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(3);
        try (var sender = builder.sender().queueName("orders").buildClient()) {
            for (var first = 0; first < WAVE; first += SCHEDULED_AT_ONCE) {
                var messages = IntStream.range(first, first + SCHEDULED_AT_ONCE)
                        .mapToObj(number -> new ServiceBusMessage("order").setMessageId("order-" + number))
                        .toList();
                assertThat(sender.scheduleMessages(messages, due)).hasSize(SCHEDULED_AT_ONCE);
            }
        }
    }

    /// Looks often, so that the first are met while the rest is on its way.
    private static void awaitActive(int atLeast, BusProcess.Ports ports) {
        try (var statistics = new StatisticsClient(ports.statistics())) {
            await().atMost(JavaSdk.PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .untilAsserted(() ->
                            assertThat(statistics.queue("orders").active()).isGreaterThanOrEqualTo(atLeast));
        }
    }

    private CompletableFuture<Void> running(Consumer<Random> client, Executor threads) {
        var choices = new Random(random.nextLong());
        return CompletableFuture.runAsync(() -> client.accept(choices), threads);
    }

    private static BusProcess start(Path journal) throws IOException {
        return BusProcess.start(
                "--port", "0", "--statistics-port", "0", "--queue", "orders:300:1000", "--journal", journal.toString());
    }

    private static ServiceBusClientBuilder builder(BusProcess.Ports ports) {
        return new ServiceBusClientBuilder()
                .connectionString(ports.connectionString())
                .retryOptions(new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(JavaSdk.PATIENCE));
    }

    private static Map<String, List<Place>> found(ServiceBusClientBuilder builder) {
        var found = new HashMap<String, List<Place>>();
        peekAll(builder, SubQueue.NONE, found);
        peekAll(builder, SubQueue.DEAD_LETTER_QUEUE, found);
        return found;
    }

    private static void peekAll(ServiceBusClientBuilder builder, SubQueue subQueue, Map<String, List<Place>> found) {
        try (var receiver =
                builder.receiver().queueName("orders").subQueue(subQueue).buildClient()) {
            var next = 0L;
            while (true) {
                var peeked =
                        receiver.peekMessages(PEEKED_AT_ONCE, next).stream().toList();
                if (peeked.isEmpty()) {
                    return;
                }
                peeked.forEach(message -> found.computeIfAbsent(message.getMessageId(), _ -> new ArrayList<>())
                        .add(place(message, subQueue)));
                next = peeked.getLast().getSequenceNumber() + 1;
            }
        }
    }

    private static Place place(ServiceBusReceivedMessage message, SubQueue subQueue) {
        if (subQueue == SubQueue.DEAD_LETTER_QUEUE) {
            return Place.DEAD_LETTERED;
        }
        return switch (message.getState()) {
            case DEFERRED -> Place.DEFERRED;
            case SCHEDULED -> Place.SCHEDULED;
            default -> Place.ACTIVE;
        };
    }
}
