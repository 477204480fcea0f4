package dev.orderwave.servicebus.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import dev.orderwave.servicebus.internal.message.SentMessage;
import dev.orderwave.servicebus.internal.queue.Journals;
import dev.orderwave.servicebus.internal.queue.LockToken;
import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.QueuedMessage;
import dev.orderwave.servicebus.internal.queue.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A queue that is killed again and again, beside one in memory to which the same happens except that it is never
/// killed: its receivers give their locks back instead.
class RandomLivesTest {
    private static final long SEED = Long.getLong("orderwave.seed", System.nanoTime());
    private static final int LIVES = 40;
    private static final int TURNS = 100;
    private static final int MOST_PER_TURN = 8;
    private static final QueueConfig CONFIG = QueueConfig.named("orders")
            .withLockDuration(Duration.ofSeconds(5))
            .withMaxDeliveryCount(3)
            .withDeadLetteringOnExpiration();

    private final Random random = new Random(SEED);
    private long now = 1_000_000;
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);

    @Test
    void a_queue_that_was_killed_differs_from_one_that_was_not_in_its_locks_only(@TempDir Path folder) {
        System.out.println("Random lives by -Dorderwave.seed=" + SEED);
        var life = new Life(folder.resolve("first"), CONFIG, clock);
        var model = new Receiver(Queue.of(CONFIG, clock, Journals.NONE));
        for (var lives = 0; lives < LIVES; lives++) {
            var killed = new Receiver(life.queue());
            for (var turn = 0; turn < TURNS; turn++) {
                for (var actions = random.nextInt(MOST_PER_TURN); actions >= 0; actions--) {
                    var action = randomAction();
                    assertThat(action.on(killed)).isEqualTo(action.on(model));
                }
                life.commit();
            }
            life = life.killed();
            model.releaseAll();

            assertThat(Life.contents(life.queue())).isEqualTo(Life.contents(model.queue));
            assertThat(life.queue().statistics())
                    .usingRecursiveComparison()
                    .ignoringFields("delivered")
                    .isEqualTo(model.queue.statistics());
        }
        life.close();
    }

    /// Something that happens to both queues; what comes of it must be the same.
    private interface Action {
        @Nullable
        Object on(Receiver receiver);
    }

    private Action randomAction() {
        var settlement = randomSettlement();
        var number = random.nextLong(1, 1 + Math.max(1, lastNumber));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> send(SampleMessages.ofSize(random.nextInt(1500)));
            case 3 -> send(SampleMessages.scheduledAt(now + random.nextInt(3000)));
            case 4 -> send(SampleMessages.withTimeToLive(1 + random.nextInt(5000)));
            case 5, 6 -> Receiver::receive;
            case 7 -> receiver -> receiver.settle(settlement);
            case 8 -> receiver -> receiver.receiveDeferred(number);
            case 9 -> receiver -> receiver.queue.cancelScheduled(number);
            case 10 -> receiver -> number(receiver.queue.deadLetterQueue().receiveAndDelete());
            default -> pass(random.nextInt(200));
        };
    }

    private long lastNumber;

    private Action send(SentMessage message) {
        return receiver -> lastNumber = receiver.queue.enqueue(message);
    }

    /// Time passes once, and both queues notice.
    private Action pass(long millis) {
        now += millis;
        return receiver -> {
            receiver.queue.advance();
            return receiver.queue.nextDue();
        };
    }

    private Settlement randomSettlement() {
        return switch (random.nextInt(6)) {
            case 0 -> new Settlement.Abandon(randomProperties());
            case 1 -> new Settlement.Release();
            case 2 -> new Settlement.Defer(randomProperties());
            case 3 -> new Settlement.DeadLetter("reason " + random.nextInt(), null);
            default -> new Settlement.Complete();
        };
    }

    private ModifiedProperties randomProperties() {
        return ModifiedProperties.of(Map.of("attempt", random.nextInt()));
    }

    private static @Nullable Long number(@Nullable QueuedMessage message) {
        return message == null ? null : message.sequenceNumber();
    }

    /// Who works on a queue, and the locks it has: by number, since tokens are random.
    private static final class Receiver {
        private final Queue queue;
        private final TreeMap<Long, LockToken> locks = new TreeMap<>();

        Receiver(Queue queue) {
            this.queue = queue;
        }

        @Nullable
        Long receive() {
            return locked(queue.receive());
        }

        @Nullable
        Long receiveDeferred(long number) {
            return locked(queue.receiveDeferred(number));
        }

        List<Object> settle(Settlement settlement) {
            var oldest = locks.pollFirstEntry();
            return oldest == null ? List.of() : List.of(oldest.getKey(), queue.settle(oldest.getValue(), settlement));
        }

        void releaseAll() {
            locks.values().forEach(token -> queue.settle(token, new Settlement.Release()));
            locks.clear();
        }

        private @Nullable Long locked(@Nullable QueuedMessage message) {
            if (message != null) {
                locks.put(message.sequenceNumber(), message.lock().token());
            }
            return number(message);
        }
    }
}
