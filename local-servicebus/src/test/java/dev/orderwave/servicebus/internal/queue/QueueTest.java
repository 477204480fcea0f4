package dev.orderwave.servicebus.internal.queue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.servicebus.QueueConfig;
import dev.orderwave.servicebus.QueueStatistics;
import dev.orderwave.servicebus.internal.message.ModifiedProperties;
import dev.orderwave.servicebus.internal.message.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.message.Message;
import org.junit.jupiter.api.Test;

/// A queue without sockets, its time moved by hand.
@SuppressWarnings("JavaUtilDate") // the type proton-j encodes as an AMQP timestamp
class QueueTest {
    private static final Settlement COMPLETE = new Settlement.Complete();
    private static final Settlement ABANDON = new Settlement.Abandon();
    private static final long LOCK = 30_000;
    private static final int VERY_MANY = 3_000;

    private static final QueueConfig CONFIG = QueueConfig.named("orders")
            .withLockDuration(Duration.ofMillis(LOCK))
            .withMaxDeliveryCount(2);

    private long now = 1_000_000;
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);
    private final Queue queue = Queue.of(CONFIG, clock, Journals.NONE);

    @Test
    void messages_come_in_the_order_they_were_sent() {
        send(3);

        assertThat(received(3)).containsExactly(1L, 2L, 3L);
        assertThat(queue.receive()).isNull();
    }

    @Test
    void an_abandoned_message_comes_before_those_never_delivered() {
        send(3);
        var first = receive();
        receive();

        queue.settle(first.lock().token(), ABANDON);

        assertThat(received(2)).containsExactly(1L, 3L);
    }

    @Test
    void an_abandoned_message_takes_its_way_back_and_others_go_before_it() {
        var slow = Queue.of(CONFIG.withRedeliveryPause(Duration.ofMillis(10)), clock, Journals.NONE);
        slow.enqueue(sent(message()));
        slow.enqueue(sent(message()));
        slow.settle(requireNonNull(slow.receive()).lock().token(), ABANDON);

        assertThat(slow.statistics().active()).isEqualTo(2);
        assertThat(slow.nextDue()).isEqualTo(now + 10);
        assertThat(requireNonNull(slow.receive()).sequenceNumber()).isEqualTo(2);
        assertThat(slow.receive()).isNull();
        now += 10;
        slow.advance();
        assertThat(requireNonNull(slow.receive()).sequenceNumber()).isEqualTo(1);
    }

    @Test
    void released_means_back_in_place_and_not_counted() {
        send(1);

        for (var delivery = 0; delivery < 5; delivery++) {
            queue.settle(receive().lock().token(), new Settlement.Release());
        }

        assertThat(statistics().active()).isEqualTo(1);
        assertThat(statistics().deadLettered()).isZero();
    }

    @Test
    void a_scheduled_message_gets_a_new_number_when_it_is_due() {
        queue.enqueue(scheduledAt(now + 500));
        send(1);

        assertThat(queue.nextDue()).isEqualTo(now + 500);
        now += 499;
        queue.advance();
        assertThat(statistics().scheduled()).isEqualTo(1);
        now += 1;
        queue.advance();

        assertThat(received(2)).containsExactly(2L, 3L);
        assertThat(statistics().enqueued()).isEqualTo(2);
    }

    @Test
    void scheduled_messages_become_active_in_the_order_of_their_time() {
        queue.enqueue(scheduledAt(now + 900));
        queue.enqueue(scheduledAt(now + 300));
        queue.enqueue(scheduledAt(now + 600));

        now += 900;
        queue.advance();

        assertThat(List.of(receive(), receive(), receive()))
                .extracting(QueuedMessage::scheduledEnqueueTime)
                .containsExactly(now - 600, now - 300, now);
        assertThat(statistics().scheduled()).isZero();
    }

    @Test
    void of_very_many_that_are_due_some_can_be_received_before_the_rest_is_active() {
        for (var sent = 0; sent < VERY_MANY; sent++) {
            queue.enqueue(scheduledAt(now + VERY_MANY - sent));
        }
        now += VERY_MANY;

        queue.advance();
        assertThat(statistics().scheduled()).isPositive();
        var times = new ArrayList<Long>();
        times.add(receive().scheduledEnqueueTime());
        advanceToNow();
        for (var message = queue.receive(); message != null; message = queue.receive()) {
            times.add(message.scheduledEnqueueTime());
        }

        assertThat(times).hasSize(VERY_MANY).isSorted();
    }

    @Test
    void a_cancelled_message_is_never_due() {
        var number = queue.enqueue(scheduledAt(now + 500));

        assertThat(queue.cancelScheduled(number)).isTrue();
        assertThat(queue.cancelScheduled(number)).isFalse();

        assertThat(queue.nextDue()).isEqualTo(Long.MAX_VALUE);
        assertThat(statistics().isDrained()).isTrue();
    }

    @Test
    void an_active_message_cannot_be_cancelled() {
        send(1);

        assertThat(queue.cancelScheduled(1)).isFalse();
        assertThat(statistics().active()).isEqualTo(1);
    }

    @Test
    void a_lock_ends_after_its_duration() {
        send(1);
        var token = receive().lock().token();

        now += LOCK - 1;
        queue.advance();
        assertThat(statistics().locked()).isEqualTo(1);
        now += 1;
        queue.advance();

        assertThat(statistics().lockExpired()).isEqualTo(1);
        assertThat(statistics().active()).isEqualTo(1);
        assertThat(queue.settle(token, COMPLETE)).as("lock lost").isFalse();
    }

    @Test
    void a_renewed_lock_ends_later_than_those_taken_after_it() {
        send(2);
        var renewed = receive().lock().token();
        now += 10;
        receive();

        now += 10;
        assertThat(queue.renew(renewed)).isEqualTo(now + LOCK);

        assertThat(queue.nextDue()).isEqualTo(now - 10 + LOCK);
        now = queue.nextDue();
        queue.advance();
        assertThat(queue.settle(renewed, COMPLETE)).isTrue();
    }

    @Test
    void a_token_nobody_was_given_neither_settles_nor_renews() {
        var unknown = new LockToken(UUID.randomUUID());

        assertThat(queue.settle(unknown, COMPLETE)).isFalse();
        assertThat(queue.renew(unknown)).isNull();
    }

    @Test
    void failed_deliveries_and_ended_locks_count_together_until_the_message_is_dead() {
        send(1);
        queue.settle(receive().lock().token(), ABANDON);
        receive();
        now += LOCK;

        queue.advance();

        assertThat(statistics().held()).isZero();
        assertThat(statistics().deadLetteredTotal()).isEqualTo(1);
        assertThat(queue.deadLetterQueue().hasActive()).isTrue();
    }

    @Test
    void a_dead_letter_queue_never_gives_up_on_a_message() {
        send(1);
        queue.settle(receive().lock().token(), new Settlement.DeadLetter("reason", null));
        var deadLetters = queue.deadLetterQueue();

        for (var delivery = 0; delivery < 5; delivery++) {
            deadLetters.settle(receive(deadLetters).lock().token(), ABANDON);
            deadLetters.settle(receive(deadLetters).lock().token(), new Settlement.DeadLetter(null, null));
        }

        assertThat(receive(deadLetters).sequenceNumber()).as("keeps its number").isEqualTo(1);
    }

    @Test
    void a_deferred_message_stays_deferred_until_it_is_settled() {
        send(1);
        queue.settle(receive().lock().token(), new Settlement.Defer());
        assertThat(queue.receive()).isNull();

        var deferred = Objects.requireNonNull(queue.receiveDeferred(1));
        assertThat(queue.receiveDeferred(1)).as("locked by another").isNull();
        queue.settle(deferred.lock().token(), ABANDON);

        assertThat(statistics().deferred()).isEqualTo(1);
        assertThat(queue.receiveAndDeleteDeferred(1)).isNotNull();
        assertThat(statistics().isDrained()).isTrue();
    }

    @Test
    void peek_reads_on_from_a_number_whatever_the_state() {
        send(2);
        receive();
        queue.enqueue(scheduledAt(now + 500));

        assertThat(queue.peek(0, 10)).extracting(QueuedMessage::sequenceNumber).containsExactly(1L, 2L, 3L);
        assertThat(queue.peek(2, 1)).extracting(QueuedMessage::sequenceNumber).containsExactly(2L);
    }

    @Test
    void a_message_that_outlived_its_time_is_dropped_and_counted() {
        var message = message();
        message.setTtl(100);
        queue.enqueue(sent(message));
        now += 100;

        assertThat(queue.peek(0, 10)).isEmpty();
        assertThat(queue.receive()).isNull();
        assertThat(statistics().expired()).isEqualTo(1);
        assertThat(statistics().held()).isZero();
    }

    @Test
    void a_message_expires_although_nobody_asks_for_it() {
        queue.enqueue(livingFor(500));

        assertThat(queue.nextDue()).isEqualTo(now + 500);
        now += 500;
        queue.advance();

        assertThat(statistics().expired()).isEqualTo(1);
        assertThat(statistics().held()).isZero();
        assertThat(queue.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void of_very_many_that_outlived_their_time_none_is_delivered() {
        for (var sent = 0; sent < VERY_MANY; sent++) {
            queue.enqueue(livingFor(500));
        }
        queue.enqueue(sent(message()));
        now += 500;

        assertThat(queue.receive()).as("while some are in the way").isNull();
        advanceToNow();

        assertThat(statistics().expired()).isEqualTo(VERY_MANY);
        assertThat(receive().sequenceNumber()).isEqualTo(VERY_MANY + 1);
    }

    @Test
    void a_message_waits_no_longer_than_its_queue_allows() {
        var impatient = queue(CONFIG.withDefaultTimeToLive(Duration.ofMillis(300)));
        impatient.enqueue(livingFor(500));
        impatient.enqueue(sent(message()));

        now += 300;
        impatient.advance();

        assertThat(impatient.statistics().expired()).isEqualTo(2);
    }

    @Test
    void an_expired_message_is_dead_lettered_where_its_queue_wants_it() {
        var careful = queue(CONFIG.withDeadLetteringOnExpiration());
        careful.enqueue(livingFor(500));

        now += 500;
        careful.advance();

        assertThat(careful.statistics().deadLettered()).isEqualTo(1);
        assertThat(careful.statistics().expired()).isZero();
        assertThat(properties(receive(careful.deadLetterQueue())))
                .containsEntry("DeadLetterReason", "TTLExpiredException");
        now += 500;
        careful.deadLetterQueue().advance();
        assertThat(careful.deadLetterQueue().nextDue())
                .as("the end of the lock")
                .isLessThan(Long.MAX_VALUE);
    }

    @Test
    void a_locked_message_expires_when_its_lock_is_given_up() {
        queue.enqueue(livingFor(500));
        var message = receive();

        now += 500;
        queue.advance();
        assertThat(statistics().locked()).isEqualTo(1);
        queue.settle(message.lock().token(), ABANDON);
        queue.advance();

        assertThat(statistics().expired()).isEqualTo(1);
        assertThat(statistics().held()).isZero();
    }

    @Test
    void a_second_message_of_the_same_id_is_dropped_within_the_window() {
        var strict = queue(CONFIG.withDuplicateDetection(Duration.ofMillis(500)));

        var first = strict.enqueue(withId("order-7"));
        strict.enqueue(withId("order-8"));
        strict.settle(receive(strict).lock().token(), COMPLETE);
        now += 499;

        assertThat(strict.enqueue(withId("order-7"))).isEqualTo(first);
        assertThat(strict.statistics().enqueued()).isEqualTo(2);
        now += 1;
        assertThat(strict.enqueue(withId("order-7"))).isNotEqualTo(first);
        assertThat(strict.statistics().enqueued()).isEqualTo(3);
    }

    @Test
    void messages_without_id_are_never_duplicates_nor_are_any_without_the_setting() {
        var strict = queue(CONFIG.withDuplicateDetection(Duration.ofMinutes(10)));
        strict.enqueue(sent(message()));
        strict.enqueue(sent(message()));
        queue.enqueue(withId("order-7"));
        queue.enqueue(withId("order-7"));

        assertThat(strict.statistics().active()).isEqualTo(2);
        assertThat(statistics().active()).isEqualTo(2);
    }

    @Test
    void a_settlement_sets_properties_that_the_next_receiver_sees() {
        send(1);
        var abandoned = new Settlement.Abandon(ModifiedProperties.of(Map.of("attempt", 1, "by", "first")));
        var deferred = new Settlement.Defer(ModifiedProperties.of(Map.of("attempt", 2L)));

        queue.settle(receive().lock().token(), abandoned);
        var again = receive();
        assertThat(properties(again)).containsExactlyInAnyOrderEntriesOf(Map.of("attempt", 1, "by", "first"));
        queue.settle(again.lock().token(), deferred);

        var last = Objects.requireNonNull(queue.receiveDeferred(again.sequenceNumber()));
        assertThat(properties(last)).containsExactlyInAnyOrderEntriesOf(Map.of("attempt", 2L, "by", "first"));
    }

    @Test
    void the_statistics_know_how_often_the_worst_message_failed() {
        send(2);
        var first = receive().lock().token();
        var second = receive().lock().token();
        queue.settle(first, ABANDON);
        queue.settle(second, ABANDON);
        queue.settle(receive().lock().token(), ABANDON);

        assertThat(statistics().abandoned()).isEqualTo(3);
        assertThat(statistics().mostFailedDeliveries()).isEqualTo(2);
    }

    @Test
    void the_statistics_account_for_every_message() {
        send(5);
        queue.settle(receive().lock().token(), COMPLETE);
        queue.settle(receive().lock().token(), new Settlement.DeadLetter("reason", "description"));
        queue.settle(receive().lock().token(), new Settlement.Defer());
        receive();

        var queueNow = statistics();

        assertThat(queueNow.enqueued())
                .isEqualTo(queueNow.held() + queueNow.completed() + queueNow.expired() + queueNow.deadLetteredTotal())
                .isEqualTo(5);
        assertThat(queueNow.delivered()).isEqualTo(4);
        assertThat(queueNow.firstEnqueuedAt()).isEqualTo(Instant.ofEpochMilli(now));
        assertThat(queueNow.lastCompletedAt()).isEqualTo(Instant.ofEpochMilli(now));
    }

    private QueueStatistics statistics() {
        return queue.statistics();
    }

    private void send(int count) {
        for (var number = 0; number < count; number++) {
            queue.enqueue(sent(message()));
        }
    }

    private void advanceToNow() {
        while (queue.nextDue() <= now) {
            queue.advance();
        }
    }

    private QueuedMessage receive() {
        return receive(queue);
    }

    private static QueuedMessage receive(Queue from) {
        return Objects.requireNonNull(from.receive());
    }

    private List<Long> received(int count) {
        var numbers = new Long[count];
        Arrays.setAll(numbers, _ -> receive().sequenceNumber());
        return List.of(numbers);
    }

    private static SentMessage scheduledAt(long epochMillis) {
        var message = message();
        message.setMessageAnnotations(new MessageAnnotations(
                new HashMap<>(Map.of(Symbol.valueOf("x-opt-scheduled-enqueue-time"), new Date(epochMillis)))));
        return sent(message);
    }

    private static SentMessage livingFor(long millis) {
        var message = message();
        message.setTtl(millis);
        return sent(message);
    }

    private static SentMessage withId(String id) {
        var message = message();
        message.setMessageId(id);
        return sent(message);
    }

    private Queue queue(QueueConfig config) {
        return Queue.of(config, clock, Journals.NONE);
    }

    private static Map<String, Object> properties(QueuedMessage message) {
        var encoded = message.encode();
        var decoded = Proton.message();
        decoded.decode(encoded.array(), 0, encoded.limit());
        return decoded.getApplicationProperties().getValue();
    }

    private static Message message() {
        var message = Proton.message();
        message.setBody(new AmqpValue("order"));
        return message;
    }

    private static SentMessage sent(Message message) {
        var bytes = new byte[1024];
        return SentMessage.of(Arrays.copyOf(bytes, message.encode(bytes, 0, bytes.length)));
    }
}
