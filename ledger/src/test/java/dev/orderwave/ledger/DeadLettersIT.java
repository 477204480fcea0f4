package dev.orderwave.ledger;

import static dev.orderwave.ledger.Hop.DISTRIBUTOR;
import static dev.orderwave.ledger.Hop.RECEIVER_EXPRESS;
import static dev.orderwave.ledger.LocalAzure.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.models.SubQueue;
import dev.orderwave.azure.AzureException;
import dev.orderwave.servicebus.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

    /// Longer than a busy machine takes to settle what a test has received.
    private static final Duration LOCK = Duration.ofSeconds(5);

    private final LocalAzure local = LocalAzure.startWithLocksOf(LOCK);
    private final DeadLetters deadLetters = DeadLetters.of(local.serviceBus()).withPatience(LOCK.multipliedBy(5));

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void a_message_goes_back_to_its_queue_as_it_was() {
        var original = new ServiceBusMessage(BinaryData.fromBytes(new byte[] {1, 2, (byte) 0xff}))
                .setMessageId("1")
                .setContentType("application/json")
                .setCorrelationId("wave 1");
        original.getApplicationProperties().put("tenant", "north");
        local.deadLetter(RECEIVER_EXPRESS, Stream.of(original), "poison");

        var redrive = redrive(Selection.everything());

        assertThat(redrive).isEqualTo(new Redrive(1, List.of()));
        assertThat(local.drain(RECEIVER_EXPRESS)).singleElement().satisfies(message -> {
            assertThat(message.getMessageId()).isEqualTo("1");
            assertThat(message.getContentType()).isEqualTo("application/json");
            assertThat(message.getCorrelationId()).isEqualTo("wave 1");
            assertThat(message.getApplicationProperties()).containsOnlyKeys("tenant");
            assertThat(message.getBody().toBytes()).containsExactly(1, 2, 0xff);
        });
        assertThat(ids(Selection.everything())).isEmpty();
        assertThat(redrive(Selection.everything())).isEqualTo(new Redrive(0, List.of()));
    }

    @Test
    void those_that_are_not_meant_stay_where_they_are() {
        local.deadLetter(DISTRIBUTOR, IntStream.range(0, 70).mapToObj(id -> message("1" + id)), "poison");
        local.deadLetter(DISTRIBUTOR, Stream.of(message("2")), "too large");
        local.deadLetter(RECEIVER_EXPRESS, Stream.of(message("3")), "too large");

        var redrive = redrive(Selection.everything().because("large").named("2"));

        assertThat(redrive).isEqualTo(new Redrive(1, List.of()));
        assertThat(local.drain(DISTRIBUTOR))
                .extracting(ServiceBusReceivedMessage::getMessageId)
                .containsExactly("2");
        assertThat(ids(Selection.everything())).hasSize(71).contains("3").doesNotContain("2");
    }

    @Test
    void a_dead_letter_stays_until_its_queue_accepted_it_again() {
        local.deadLetter(DISTRIBUTOR, Stream.of(message("1")), "poison");
        local.bus().faults().inject(DISTRIBUTOR.queue(), new Fault.Refuse("amqp:unauthorized-access"));

        assertThatExceptionOfType(AzureException.class)
                .isThrownBy(() -> redrive(Selection.everything()))
                .withMessageContaining("refused access to queue q-order-ingress");

        assertThat(ids(Selection.everything())).containsExactly("1");
    }

    @Test
    void what_a_redrive_that_died_sent_and_did_not_complete_is_sent_again_as_the_same_message() {
        local.deadLetter(DISTRIBUTOR, Stream.of(message("1")), "poison");
        try (var died = local.sdk()
                .receiver()
                .queueName(DISTRIBUTOR.queue())
                .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                .disableAutoComplete()
                .maxAutoLockRenewDuration(Duration.ZERO)
                .buildClient()) {
            died.receiveMessages(1).forEach(received -> local.send(DISTRIBUTOR, new ServiceBusMessage(received)));

            assertThat(redrive(Selection.everything())).isEqualTo(new Redrive(1, List.of()));
        }
        assertThat(local.drain(DISTRIBUTOR))
                .extracting(message -> message.getMessageId() + message.getBody())
                .containsExactly("1{\"orderId\":1}", "1{\"orderId\":1}");
        assertThat(ids(Selection.everything())).isEmpty();
    }

    private Redrive redrive(Selection selection) {
        return deadLetters.redrive(selection, Redrive.Progress.SILENT);
    }

    private List<String> ids(Selection selection) {
        var ids = new ArrayList<String>();
        deadLetters.forEach(selection, letter -> ids.add(letter.messageId().orElseThrow()));
        return ids;
    }
}
