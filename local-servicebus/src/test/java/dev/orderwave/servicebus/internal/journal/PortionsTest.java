package dev.orderwave.servicebus.internal.journal;

import static dev.orderwave.servicebus.internal.journal.SampleMessages.ofSize;
import static dev.orderwave.servicebus.internal.journal.SampleMessages.scheduledAt;
import static dev.orderwave.servicebus.internal.journal.SampleMessages.withTimeToLive;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import dev.orderwave.servicebus.LocalServiceBusConfig;
import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.amqp.AmqpServer;
import dev.orderwave.servicebus.internal.message.SentMessage;
import dev.orderwave.servicebus.internal.queue.Queue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However much becomes due at one moment, no commit is larger than a portion of it: the store makes each in memory, as
/// a whole.
class PortionsTest {
    private static final long LOCK = 30_000;
    private static final int MANY = 5_000;
    private static final int BODY = 1_500;
    private static final int LARGE_BODY = 250_000;
    private static final int A_PORTION = 2 * 1024 * 1024;
    private static final int LARGE_COMMIT = 5 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONNECTION =
            "Endpoint=sb://localhost:%d;SharedAccessKeyName=any;SharedAccessKey=any;UseDevelopmentEmulator=true;";
    private static final QueueConfig CONFIG = QueueConfig.named("orders")
            .withLockDuration(Duration.ofMillis(LOCK))
            .withMaxDeliveryCount(1)
            .withDeadLetteringOnExpiration();

    private final Path folder;
    private final RecordingDisk disk = new RecordingDisk();
    private long now = 1_000_000;
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);
    private int largestWrite;

    PortionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void record() {
        FilePath.register(disk);
        RecordingDisk.onChange(change -> largestWrite = Math.max(largestWrite, change.bytes().length));
    }

    @AfterEach
    void stopRecording() {
        RecordingDisk.onChange(_ -> {});
        FilePath.unregister(disk);
    }

    @Test
    void a_wave_that_becomes_due_at_one_moment() {
        try (var journals = open()) {
            var queue = Queue.of(CONFIG, clock, journals);
            send(MANY, scheduledAt(now + 1, BODY), queue, journals);

            pass(1, queue, journals);

            assertThat(queue.statistics()).returns((long) MANY, QueueStatistics::enqueued);
        }
        assertThat(largestWrite).isLessThan(A_PORTION);
    }

    @Test
    void few_messages_that_are_large() {
        try (var journals = open()) {
            var queue = Queue.of(CONFIG, clock, journals);
            send(20, scheduledAt(now + 1, LARGE_BODY), queue, journals);

            pass(1, queue, journals);

            assertThat(queue.statistics()).returns(20L, QueueStatistics::enqueued);
        }
        assertThat(largestWrite).isLessThan(A_PORTION);
    }

    @Test
    void messages_that_waited_too_long_and_are_dead_lettered() {
        try (var journals = open()) {
            var queue = Queue.of(CONFIG, clock, journals);
            send(MANY, withTimeToLive(1, BODY), queue, journals);

            pass(1, queue, journals);

            assertThat(queue.statistics()).returns((long) MANY, QueueStatistics::deadLettered);
        }
        assertThat(largestWrite).isLessThan(A_PORTION);
    }

    @Test
    void locks_that_end_with_the_last_delivery() {
        try (var journals = open()) {
            var queue = Queue.of(CONFIG, clock, journals);
            send(MANY, ofSize(BODY), queue, journals);
            while (queue.receive() != null) {}

            pass(LOCK, queue, journals);

            assertThat(queue.statistics())
                    .returns((long) MANY, QueueStatistics::lockExpired)
                    .returns((long) MANY, QueueStatistics::deadLettered);
        }
        assertThat(largestWrite).isLessThan(A_PORTION);
    }

    @Test
    void settlements_that_all_come_at_once() {
        try (var journals = open();
                var server = AmqpServer.start(LocalServiceBusConfig.onFreePorts(CONFIG), journals)) {
            var client = new ServiceBusClientBuilder().connectionString(CONNECTION.formatted(server.port()));
            try (var sender = client.sender().queueName("orders").buildClient()) {
                for (var sent = 0; sent < 40; sent++) {
                    sender.sendMessage(new ServiceBusMessage("x".repeat(LARGE_BODY)));
                }
            }
            try (var receiver = client.receiver().queueName("orders").buildClient();
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                receiver.receiveMessages(40, PATIENCE).stream()
                        .toList()
                        .forEach(message -> threads.execute(() -> receiver.abandon(message)));
            }
            assertThat(server.statistics().getFirst().deadLettered()).isEqualTo(40);
        }
        assertThat(largestWrite).isLessThan(LARGE_COMMIT);
    }

    private JournalFile open() {
        return JournalFile.open(folder.resolve("journal"), new Room(() -> Long.MAX_VALUE), RecordingDisk.SCHEME + ":");
    }

    /// Each in a commit of its own, as a client would that waits for every answer.
    private static void send(int messages, SentMessage message, Queue queue, JournalFile journals) {
        for (var sent = 0; sent < messages; sent++) {
            queue.enqueue(message);
            commit(queue, journals);
        }
    }

    private void pass(long millis, Queue queue, JournalFile journals) {
        now += millis;
        while (queue.nextDue() <= now) {
            queue.advance();
            commit(queue, journals);
        }
    }

    private static void commit(Queue queue, JournalFile journals) {
        queue.prepareCommit();
        journals.commit();
    }
}
