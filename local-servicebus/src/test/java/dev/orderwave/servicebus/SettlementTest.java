package dev.orderwave.servicebus;

import static dev.orderwave.servicebus.JavaSdk.messages;
import static dev.orderwave.servicebus.JavaSdk.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.models.DeadLetterOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettlementTest {
    private static final int MAX_DELIVERY_COUNT = 3;
    private final JavaSdk sdk = new JavaSdk(QueueConfig.named("orders").withMaxDeliveryCount(MAX_DELIVERY_COUNT));

    @AfterEach
    void close() throws Exception {
        sdk.close();
    }

    @Test
    void an_abandoned_message_comes_back_first_and_counted() {
        sdk.sender().sendMessages(messages("first", "second"));
        var receiver = sdk.receiver();

        receiver.abandon(receiveOne(receiver));

        var again = receiveOne(receiver);
        assertThat(again.getBody().toString()).isEqualTo("first");
        assertThat(again.getDeliveryCount()).isEqualTo(1);
        assertThat(sdk.statistics().abandoned()).isEqualTo(1);
        assertThat(sdk.statistics().delivered()).isEqualTo(2);
    }

    @Test
    void a_message_that_fails_every_delivery_is_dead_lettered() {
        sdk.sender().sendMessages(messages("poison"));
        var receiver = sdk.receiver();

        for (var delivery = 0; delivery < MAX_DELIVERY_COUNT; delivery++) {
            receiver.abandon(receiveOne(receiver));
        }

        var dead = receiveOne(sdk.deadLetterReceiver());
        assertThat(dead.getBody().toString()).isEqualTo("poison");
        assertThat(dead.getDeadLetterReason()).isEqualTo("MaxDeliveryCountExceeded");
        assertThat(dead.getDeadLetterErrorDescription()).contains("3 delivery attempts");
        assertThat(dead.getDeadLetterSource()).isEqualTo("orders");
        assertThat(sdk.statistics().held()).isZero();
        assertThat(sdk.statistics().deadLettered()).isEqualTo(1);
    }

    @Test
    void a_dead_lettered_message_tells_why_and_keeps_its_properties() {
        var message = messages("hopeless").getFirst();
        message.setMessageId("order-7").getApplicationProperties().put("origin", "loadgen");
        sdk.sender().sendMessage(message);
        var receiver = sdk.receiver();

        receiver.deadLetter(
                receiveOne(receiver),
                new DeadLetterOptions()
                        .setDeadLetterReason("NoItems")
                        .setDeadLetterErrorDescription("order 7: no items"));

        var deadLetters = sdk.deadLetterReceiver();
        var dead = receiveOne(deadLetters);
        assertThat(dead.getDeadLetterReason()).isEqualTo("NoItems");
        assertThat(dead.getDeadLetterErrorDescription()).isEqualTo("order 7: no items");
        assertThat(dead.getMessageId()).isEqualTo("order-7");
        assertThat(dead.getApplicationProperties()).containsEntry("origin", "loadgen");
        deadLetters.complete(dead);
        assertThat(sdk.statistics().deadLettered()).isZero();
        assertThat(sdk.statistics().deadLetteredTotal()).isEqualTo(1);
    }

    @Test
    void a_deferred_message_is_received_by_its_number_only() {
        sdk.sender().sendMessages(messages("deferred", "next"));
        var receiver = sdk.receiver();
        var first = receiveOne(receiver);

        receiver.defer(first);

        assertThat(receiveOne(receiver).getBody().toString()).isEqualTo("next");
        assertThat(sdk.statistics().deferred()).isEqualTo(1);
        var deferred = receiver.receiveDeferredMessage(first.getSequenceNumber());
        assertThat(deferred.getBody().toString()).isEqualTo("deferred");
        receiver.complete(deferred);
        assertThat(sdk.statistics().deferred()).isZero();
        assertThat(sdk.statistics().completed()).isEqualTo(1);
    }
}
