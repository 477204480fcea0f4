package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.JavaSdk.messages;
import static dev.orderwave.servicebus.JavaSdk.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendAndReceiveTest {
    private final JavaSdk sdk = new JavaSdk(QueueConfig.named("orders").withMaxMessageBytes(1024 * 1024));

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void a_message_arrives_as_it_was_sent() {
        var sent = new ServiceBusMessage("{\"orderId\":7}")
                .setMessageId("order-7")
                .setContentType("application/json")
                .setSubject("order")
                .setCorrelationId("wave-1")
                .setPartitionKey("berlin");
        sent.getApplicationProperties().put("attempt", 3);
        sent.getApplicationProperties().put("origin", "loadgen");

        sdk.sender().sendMessage(sent);

        var received = receiveOne(sdk.receiver());
        assertThat(received.getBody().toString()).isEqualTo("{\"orderId\":7}");
        assertThat(received.getMessageId()).isEqualTo("order-7");
        assertThat(received.getContentType()).isEqualTo("application/json");
        assertThat(received.getSubject()).isEqualTo("order");
        assertThat(received.getCorrelationId()).isEqualTo("wave-1");
        assertThat(received.getApplicationProperties())
                .containsEntry("attempt", 3)
                .containsEntry("origin", "loadgen");
        assertThat(received.getPartitionKey()).as("an annotation").isEqualTo("berlin");
        assertThat(received.getSequenceNumber()).isEqualTo(1);
        assertThat(received.getDeliveryCount()).isZero();
        assertThat(received.getEnqueuedTime()).isNotNull();
        assertThat(received.getLockedUntil()).isAfter(received.getEnqueuedTime());
    }

    @Test
    void a_completed_message_is_gone() {
        sdk.sender().sendMessages(messages("first", "second"));
        var receiver = sdk.receiver();

        receiver.complete(receiveOne(receiver));
        receiver.complete(receiveOne(receiver));

        var queue = sdk.statistics();
        assertThat(queue.completed()).isEqualTo(2);
        assertThat(queue.isDrained()).isTrue();
    }

    @Test
    void a_batch_arrives_in_order_and_message_by_message() {
        var sender = sdk.sender();
        var batch = sender.createMessageBatch();
        for (var body : new String[] {"a", "b", "c"}) {
            assertThat(batch.tryAddMessage(new ServiceBusMessage(body))).isTrue();
        }

        sender.sendMessages(batch);

        assertThat(sdk.deletingReceiver().receiveMessages(3, JavaSdk.PATIENCE))
                .extracting(message -> message.getBody().toString())
                .containsExactly("a", "b", "c");
    }

    @Test
    void receive_and_delete_leaves_nothing_behind() {
        sdk.sender().sendMessages(messages("only"));

        receiveOne(sdk.deletingReceiver());

        var queue = sdk.statistics();
        assertThat(queue.held()).isZero();
        assertThat(queue.completed()).isEqualTo(1);
    }

    @Test
    void peek_shows_messages_and_takes_none() {
        sdk.sender().sendMessages(messages("first", "second"));
        var receiver = sdk.receiver();

        var peeked = receiver.peekMessages(10);

        assertThat(peeked)
                .extracting(ServiceBusReceivedMessage::getSequenceNumber)
                .containsExactly(1L, 2L);
        assertThat(sdk.statistics().active()).isEqualTo(2);
        assertThat(receiver.peekMessage()).as("nothing after the last").isNull();
    }

    @Test
    void a_large_message_arrives_whole() {
        var body = new byte[900_000];
        new Random(1).nextBytes(body);

        sdk.sender().sendMessage(new ServiceBusMessage(BinaryData.fromBytes(body)));

        assertThat(receiveOne(sdk.receiver()).getBody().toBytes()).isEqualTo(body);
    }

    @Test
    void a_message_that_is_too_large_is_refused() {
        var sender = sdk.sender();
        var tooLarge = new ServiceBusMessage(BinaryData.fromBytes(new byte[1024 * 1024]));

        assertThatThrownBy(() -> sender.sendMessage(tooLarge))
                .asInstanceOf(type(ServiceBusException.class))
                .extracting(ServiceBusException::getReason)
                .isEqualTo(ServiceBusFailureReason.MESSAGE_SIZE_EXCEEDED);
    }

    @Test
    void a_message_that_outlived_its_time_is_not_delivered() {
        sdk.sender().sendMessage(new ServiceBusMessage("late").setTimeToLive(Duration.ofMillis(1)));
        sdk.sender().sendMessage(new ServiceBusMessage("marker"));

        assertThat(receiveOne(sdk.receiver()).getBody().toString()).isEqualTo("marker");
        assertThat(sdk.statistics().expired()).isEqualTo(1);
    }

    @Test
    void an_unknown_queue_is_named_in_the_error() {
        var sender = sdk.sender("no-such-queue");

        assertThatThrownBy(() -> sender.sendMessage(new ServiceBusMessage("lost")))
                .isInstanceOf(ServiceBusException.class)
                .hasMessageContaining("no-such-queue")
                .hasMessageContaining("orders");
    }

    @Test
    void a_queue_name_is_the_same_in_upper_and_lower_case() {
        sdk.sender("ORDERS").sendMessage(new ServiceBusMessage("shouted"));

        assertThat(receiveOne(sdk.receiver()).getBody().toString()).isEqualTo("shouted");
    }
}
