package dev.orderwave.ledger;

import static dev.orderwave.ledger.Hop.DISTRIBUTOR;
import static dev.orderwave.ledger.Hop.RECEIVER_EXPRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import dev.orderwave.azure.AzureException;
import dev.orderwave.servicebus.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejectedOutboxIT {

    private static final String MESSAGE = "{\"orderId\": 1, \"firstName\":\"Zoë 🙂\\n\", \"delivery\":\"Overnight\"}";

    private final LocalAzure local = LocalAzure.start();
    private final RejectedOutbox outbox = RejectedOutbox.of(local.serviceBus(), local.storage());

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void a_message_goes_back_to_the_queue_of_the_service_that_rejected_it_as_it_was() {
        local.reject(RECEIVER_EXPRESS, "1", MESSAGE, "delivery must be Express");

        var redrive = redriveAll();

        assertThat(redrive).isEqualTo(new Redrive(1, List.of()));
        assertThat(local.drain(RECEIVER_EXPRESS)).singleElement().satisfies(message -> {
            assertThat(message.getMessageId()).isEqualTo("1");
            assertThat(message.getBody()).hasToString(MESSAGE);
        });
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_message_that_is_no_text_goes_back_to_the_last_byte() {
        local.write(
                "rejected-outbox",
                "fb1d9bd4d0a2c1a2",
                "{\"app\":\"distributor\",\"reason\":\"no JSON\",\"messageBase64\":\"/w==\"}");
        local.write(
                "rejected-outbox",
                "a8100ae6aa1940d0",
                "{\"app\":\"distributor\",\"reason\":\"no JSON\",\"messageBase64\":\"/w==\"}");

        var redrive = redriveAll();

        assertThat(redrive.left()).singleElement().asString().contains("is not the one that its name has the hash of");
        assertThat(local.drain(DISTRIBUTOR)).singleElement().satisfies(message -> {
            assertThat(message.getMessageId()).isNull();
            assertThat(message.getBody().toBytes()).containsExactly(0xff);
        });
    }

    @Test
    void a_redrive_of_what_was_put_back_changes_nothing() {
        local.reject(DISTRIBUTOR, "1", MESSAGE, "no");
        redriveAll();

        assertThat(redriveAll()).isEqualTo(new Redrive(0, List.of()));
        assertThat(local.bus().queue(DISTRIBUTOR.queue()).active()).isEqualTo(1);
    }

    @Test
    void an_entry_stays_until_the_queue_accepted_its_message() {
        local.reject(DISTRIBUTOR, "1", MESSAGE, "no");
        local.bus().faults().inject(DISTRIBUTOR.queue(), new Fault.Refuse("amqp:unauthorized-access"));

        assertThatExceptionOfType(AzureException.class)
                .isThrownBy(this::redriveAll)
                .withMessageContaining("refused access to queue q-order-ingress");

        assertThat(entries()).hasSize(1);
    }

    @Test
    void an_entry_that_is_rejected_again_at_once_is_there_again() {
        IntStream.rangeClosed(1, 20).forEach(id -> local.reject(DISTRIBUTOR, Integer.toString(id), MESSAGE, "before"));
        var again = new ConcurrentLinkedQueue<String>();
        try (var service = local.sdk()
                .processor()
                .queueName(DISTRIBUTOR.queue())
                .processMessage(context -> {
                    rejectAgain(context.getMessage());
                    again.add(context.getMessage().getMessageId());
                })
                .processError(fault -> {})
                .maxConcurrentCalls(8)
                .buildProcessorClient()) {
            service.start();

            redriveAll();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(again).hasSize(20));
        }
        assertThat(entries())
                .hasSize(20)
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo("after"));
    }

    @Test
    void an_entry_of_an_unknown_service_and_one_that_is_none_stay_and_are_named() {
        local.write("rejected-outbox", "1-0000000000000000", "not an entry");
        local.write(
                "rejected-outbox",
                LocalAzure.entryName("2", "x"),
                "{\"app\":\"someone\",\"messageId\":\"2\",\"message\":\"x\"}");

        assertThat(redriveAll().left())
                .extracting(Redrive.Left::why)
                .containsExactlyInAnyOrder("it is no entry: it holds no message", "no service is called \"someone\"");
    }

    @Test
    void those_that_are_meant_are_chosen_by_what_is_known_of_them() {
        local.reject(DISTRIBUTOR, "1", "one", "delivery must be Express or Standard");
        local.reject(RECEIVER_EXPRESS, "2", "two", "no items");

        assertThat(ids(Selection.everything())).containsExactlyInAnyOrder("1", "2");
        assertThat(ids(Selection.everything().named("2"))).containsExactly("2");
        assertThat(ids(Selection.everything().named(LocalAzure.entryName("1", "one"))))
                .containsExactly("1");
        assertThat(ids(Selection.everything().because("must be (Express|Slow)")))
                .containsExactly("1");
        assertThat(ids(selection("receiver-express", "", Instant.EPOCH, Instant.MAX)))
                .containsExactly("2");
        assertThat(ids(selection(null, "a1b2", Instant.EPOCH, Instant.MAX))).hasSize(2);
        assertThat(ids(selection(null, "b2", Instant.EPOCH, Instant.MAX))).isEmpty();
        var later = Instant.now().plus(Duration.ofHours(1));
        assertThat(ids(selection(null, "", later, Instant.MAX))).isEmpty();
        assertThat(ids(selection(null, "", Instant.EPOCH, later))).hasSize(2);
    }

    private void rejectAgain(ServiceBusReceivedMessage message) {
        local.reject(DISTRIBUTOR, message.getMessageId(), message.getBody().toString(), "after");
    }

    private Redrive redriveAll() {
        return outbox.redrive(Selection.everything(), Redrive.Progress.SILENT);
    }

    private List<RejectedEntry> entries() {
        var entries = new ArrayList<RejectedEntry>();
        outbox.forEach(Selection.everything(), entries::add);
        return entries;
    }

    private List<String> ids(Selection selection) {
        var ids = new ArrayList<String>();
        outbox.forEach(selection, entry -> ids.add(entry.messageId().orElseThrow()));
        return ids;
    }

    private static Selection selection(@Nullable String app, String module, Instant from, Instant until) {
        return new Selection(Set.of(), Optional.empty(), Optional.ofNullable(app), module, from, until);
    }
}
