package dev.orderwave.servicebus.internal.journal;

import static dev.orderwave.servicebus.internal.journal.SampleMessages.ofSize;
import static dev.orderwave.servicebus.internal.journal.SampleMessages.scheduledAt;
import static dev.orderwave.servicebus.internal.journal.SampleMessages.withId;
import static dev.orderwave.servicebus.internal.journal.SampleMessages.withTimeToLive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import dev.orderwave.servicebus.internal.queue.LockToken;
import dev.orderwave.servicebus.internal.queue.Queue;
import dev.orderwave.servicebus.internal.queue.QueuedMessage;
import dev.orderwave.servicebus.internal.queue.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a queue still knows after its process was killed.
class JournaledQueueTest {
    private static final long LOCK = 30_000;
    private static final int WAVE = 3_000;
    private static final QueueConfig CONFIG = QueueConfig.named("Orders")
            .withLockDuration(Duration.ofMillis(LOCK))
            .withMaxDeliveryCount(2)
            .withDuplicateDetection(Duration.ofMinutes(10));

    private long now = 1_000_000;
    private Life life;

    JournaledQueueTest(@TempDir Path folder) {
        life = new Life(folder.resolve("first"), CONFIG, () -> Instant.ofEpochMilli(now));
    }

    @AfterEach
    void end() {
        life.close();
    }

    @Test
    void active_messages_are_there_again_byte_for_byte_and_in_order() {
        for (var size = 0; size < 100; size++) {
            queue().enqueue(ofSize(size * 10));
        }

        assertNothingForgotten();
        assertThat(receive().sequenceNumber()).isEqualTo(1);
    }

    @Test
    void a_scheduled_message_becomes_active_when_it_is_due_and_not_before() {
        queue().enqueue(scheduledAt(now + 500));

        assertNothingForgotten();

        assertThat(queue().nextDue()).isEqualTo(now + 500);
        now += 500;
        queue().advance();
        assertThat(receive().sequenceNumber()).isEqualTo(2);
    }

    @Test
    void a_message_that_became_active_stays_active_under_its_new_number() {
        queue().enqueue(scheduledAt(now + 500));
        now += 500;
        queue().advance();

        assertNothingForgotten();
        assertThat(receive().sequenceNumber()).isEqualTo(2);
    }

    @Test
    void a_wave_that_became_due_in_part_goes_on_with_the_rest() {
        for (var sent = 0; sent < WAVE; sent++) {
            queue().enqueue(scheduledAt(now + 500));
        }
        now += 500;

        var portions = 0;
        for (; queue().nextDue() <= now; portions++) {
            queue().advance();
            assertNothingForgotten();
            assertThat(queue().peek(0, Integer.MAX_VALUE)).hasSize(WAVE);
        }

        assertThat(portions).isGreaterThan(1);
        assertThat(queue().statistics())
                .returns((long) WAVE, QueueStatistics::enqueued)
                .returns((long) WAVE, QueueStatistics::active);
    }

    @Test
    void a_cancelled_message_does_not_come_back() {
        var number = queue().enqueue(scheduledAt(now + 500));
        kill();

        queue().cancelScheduled(number);

        assertNothingForgotten();
        assertThat(queue().statistics().isDrained()).isTrue();
    }

    @Test
    void a_completed_message_does_not_come_back() {
        queue().enqueue(ofSize(10));
        kill();

        settle(receive(), new Settlement.Complete());

        assertNothingForgotten();
        assertThat(queue().statistics().isDrained()).isTrue();
        assertThat(queue().statistics().completed()).isEqualTo(1);
    }

    @Test
    void a_message_received_and_deleted_does_not_come_back() {
        queue().enqueue(ofSize(10));
        kill();

        queue().receiveAndDelete();

        assertNothingForgotten();
        assertThat(queue().statistics().isDrained()).isTrue();
    }

    @Test
    void a_locked_message_is_active_again_and_no_delivery_has_failed() {
        queue().enqueue(ofSize(10));
        var token = receive().lock().token();

        for (var life = 0; life < 5; life++) {
            kill();
            receive();
        }

        assertThat(queue().settle(token, new Settlement.Complete()))
                .as("the first lock")
                .isFalse();
        assertThat(queue().statistics().locked()).isEqualTo(1);
        assertThat(queue().statistics().deadLettered()).isZero();
    }

    @Test
    void failed_deliveries_are_counted_on() {
        queue().enqueue(ofSize(10));
        settle(receive(), new Settlement.Abandon());

        assertNothingForgotten();

        settle(receive(), new Settlement.Abandon());
        assertThat(queue().statistics().deadLettered()).isEqualTo(1);
    }

    @Test
    void a_lock_that_ended_was_a_failed_delivery() {
        queue().enqueue(ofSize(10));
        receive();
        now += LOCK;
        queue().advance();

        assertNothingForgotten();
        assertThat(queue().statistics().lockExpired()).isEqualTo(1);
    }

    @Test
    void properties_that_a_settlement_set_stay_set() {
        queue().enqueue(ofSize(10));
        settle(receive(), new Settlement.Abandon(ModifiedProperties.of(Map.of("attempt", 1))));

        assertNothingForgotten();
    }

    @Test
    void a_duplicate_of_a_message_that_is_still_there_is_dropped() {
        queue().enqueue(withId("order-7"));
        kill();

        assertThat(queue().enqueue(withId("order-7"))).isEqualTo(1);
        assertThat(queue().statistics().active()).isEqualTo(1);
    }

    @Test
    void a_deferred_message_waits_to_be_asked_for() {
        queue().enqueue(ofSize(10));
        settle(receive(), new Settlement.Defer());

        assertNothingForgotten();

        assertThat(queue().receive()).isNull();
        assertThat(queue().receiveDeferred(1)).isNotNull();
    }

    @Test
    void a_dead_letter_keeps_its_reason_and_its_source() {
        queue().enqueue(ofSize(10));
        settle(receive(), new Settlement.DeadLetter("too old", "it was due last year"));

        assertNothingForgotten();
        assertThat(queue().statistics().deadLettered()).isEqualTo(1);
        assertThat(queue().statistics().held()).isZero();
    }

    @Test
    void a_dead_letter_that_was_completed_does_not_come_back() {
        queue().enqueue(ofSize(10));
        settle(receive(), new Settlement.DeadLetter(null, null));
        kill();

        var deadLetters = queue().deadLetterQueue();
        deadLetters.settle(Objects.requireNonNull(deadLetters.receive()).lock().token(), new Settlement.Complete());

        assertNothingForgotten();
        assertThat(queue().statistics().deadLettered()).isZero();
    }

    @Test
    void the_time_to_live_goes_on() {
        queue().enqueue(withTimeToLive(100));
        now += 99;
        assertNothingForgotten();
        assertThat(queue().peek(0, 1)).hasSize(1);

        now += 1;

        assertThat(queue().peek(0, 1)).isEmpty();
    }

    @Test
    void a_sequence_number_is_never_given_twice() {
        queue().enqueue(ofSize(10));
        queue().receiveAndDelete();
        kill();
        kill();

        assertThat(queue().enqueue(ofSize(10))).isEqualTo(2);
    }

    @Test
    void what_was_not_committed_has_not_happened() {
        queue().enqueue(ofSize(10));
        life.commit();
        queue().receiveAndDelete();
        queue().enqueue(ofSize(20));

        life = life.killed();

        assertThat(queue().peek(0, 10))
                .extracting(QueuedMessage::sequenceNumber)
                .containsExactly(1L);
        assertThat(queue().statistics().enqueued()).isEqualTo(1);
    }

    @Test
    void a_queue_that_was_stopped_in_good_order_goes_on_as_well() {
        queue().enqueue(ofSize(10));
        life.commit();
        var before = Life.contents(queue());

        life = life.stopped();

        assertThat(Life.contents(queue())).isEqualTo(before);
    }

    private Queue queue() {
        return life.queue();
    }

    private QueuedMessage receive() {
        return Objects.requireNonNull(queue().receive());
    }

    private void settle(QueuedMessage message, Settlement settlement) {
        LockToken token = message.lock().token();
        assertThat(queue().settle(token, settlement)).isTrue();
    }

    private void kill() {
        life.commit();
        life = life.killed();
    }

    private void assertNothingForgotten() {
        var contents = Life.contents(queue());
        var statistics = queue().statistics();
        kill();
        assertThat(Life.contents(queue())).isEqualTo(contents);
        assertThat(queue().statistics()).isEqualTo(statistics);
    }
}
