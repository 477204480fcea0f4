package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.JavaSdk.messages;
import static dev.orderwave.servicebus.JavaSdk.receiveOne;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /// Time for a busy machine to have everything scheduled before the first is due.
    private static final Duration AHEAD = Duration.ofSeconds(3);

    private final JavaSdk sdk = new JavaSdk(QueueConfig.named("orders"));

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void a_scheduled_message_arrives_when_due_and_not_before() {
        var sender = connectedSender();
        var due = OffsetDateTime.now(UTC).plus(AHEAD);
        sender.scheduleMessage(new ServiceBusMessage("later"), due);
        assertThat(sdk.statistics().scheduled()).isEqualTo(1);
        assertThat(sdk.statistics().enqueued()).isZero();

        var received = receiveOne(sdk.receiver());

        assertThat(OffsetDateTime.now(UTC)).isAfterOrEqualTo(due);
        assertThat(received.getEnqueuedTime().toInstant().toEpochMilli())
                .isGreaterThanOrEqualTo(due.toInstant().toEpochMilli());
        assertThat(received.getScheduledEnqueueTime()).isNotNull();
        assertThat(sdk.statistics().scheduled()).isZero();
        assertThat(sdk.statistics().enqueued()).isEqualTo(1);
    }

    @Test
    void a_sent_message_with_a_scheduled_time_waits_for_it_too() {
        var due = OffsetDateTime.now(UTC).plusSeconds(1);
        sdk.sender().sendMessage(new ServiceBusMessage("later").setScheduledEnqueueTime(due));

        receiveOne(sdk.receiver());

        assertThat(OffsetDateTime.now(UTC)).isAfterOrEqualTo(due);
    }

    @Test
    void a_later_message_that_is_due_earlier_comes_first() {
        var sender = connectedSender();
        var due = OffsetDateTime.now(UTC).plus(AHEAD);
        sender.scheduleMessage(new ServiceBusMessage("second"), due.plusNanos(300_000_000));
        sender.scheduleMessage(new ServiceBusMessage("first"), due);
        assertThat(sdk.statistics().scheduled()).as("scheduled in time").isEqualTo(2);
        var receiver = sdk.receiver();

        assertThat(receiveOne(receiver).getBody().toString()).isEqualTo("first");
        assertThat(receiveOne(receiver).getBody().toString()).isEqualTo("second");
    }

    @Test
    void a_cancelled_message_never_arrives() {
        var sender = connectedSender();
        var due = OffsetDateTime.now(UTC).plus(AHEAD);
        var cancelled = sender.scheduleMessage(new ServiceBusMessage("cancelled"), due);
        sender.scheduleMessage(new ServiceBusMessage("marker"), due.plusNanos(100_000_000));

        sender.cancelScheduledMessage(cancelled);

        assertThat(sdk.statistics().scheduled()).as("cancelled in time").isEqualTo(1);
        assertThat(receiveOne(sdk.receiver()).getBody().toString()).isEqualTo("marker");
        assertThat(sdk.statistics().enqueued()).isEqualTo(1);
    }

    @Test
    void cancelling_one_that_is_gone_still_cancels_the_others() {
        var sender = sdk.sender();
        var pending = sender.scheduleMessage(
                new ServiceBusMessage("pending"), OffsetDateTime.now(UTC).plusHours(1));

        sender.cancelScheduledMessages(List.of(4711L, pending));

        assertThat(sdk.statistics().scheduled()).isZero();
    }

    @Test
    void many_messages_are_scheduled_in_one_call() {
        var numbers = sdk.sender()
                .scheduleMessages(
                        messages("a", "b", "c"), OffsetDateTime.now(UTC).plusHours(1));

        assertThat(numbers).containsExactly(1L, 2L, 3L);
        assertThat(sdk.statistics().scheduled()).isEqualTo(3);
    }

    /// The first request connects and may take longer than a due time is ahead.
    private ServiceBusSenderClient connectedSender() {
        var sender = sdk.sender();
        var first = sender.scheduleMessage(
                new ServiceBusMessage("connects"), OffsetDateTime.now(UTC).plusHours(1));
        sender.cancelScheduledMessage(first);
        return sender;
    }
}
