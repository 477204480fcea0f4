package dev.orderwave.ledger;

import static dev.orderwave.ledger.LocalAzure.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusMessage;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerIT {

    private static final String HASH = "-9f86d081884c7d65";

    private final LocalAzure local = LocalAzure.start();
    private final Ledger ledger = Ledger.of(local.serviceBus(), local.storage());

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void every_order_is_found_wherever_it_is() {
        local.send(
                Hop.DISTRIBUTOR,
                message("1").setScheduledEnqueueTime(OffsetDateTime.now().plusHours(1)));
        local.send(Hop.RECEIVER_STANDARD, message("2"));
        defer(Hop.DISTRIBUTOR, message("3"));
        local.deadLetter(Hop.RECEIVER_EXPRESS, Stream.of(message("4")), "poison");
        local.write("rejected-outbox", "5" + HASH, "{}");
        local.write("express-outbox", "6" + HASH, "{}");
        local.write("standard-outbox", "7", "{}");

        var audit = ledger.audit(OrderIds.range(1, 8));

        assertThat(audit.accounts())
                .extracting(Account::toString)
                .containsExactly(
                        "order 1: scheduled in q-order-ingress, delivered 0 times",
                        "order 2: active in q-order-standard, delivered 0 times",
                        "order 3: deferred in q-order-ingress, delivered 0 times",
                        "order 4: dead-lettered in q-order-express after 0 deliveries: poison: it traps",
                        "order 5: rejected: rejected-outbox/5" + HASH,
                        "order 6: delivered: express-outbox/6" + HASH,
                        "order 7: delivered: standard-outbox/7",
                        "order 8: unaccounted: in no queue, no dead-letter queue, no outbox");
        assertThat(audit.isClean()).isFalse();
    }

    @Test
    void the_whole_truth_is_told_of_an_order_that_is_in_several_places() {
        local.write("express-outbox", "1" + HASH, "{}");
        local.write("express-outbox", "1-0000000000000000", "{}");
        local.write("express-outbox", "2" + HASH, "{}");
        local.write("standard-outbox", "2" + HASH, "{}");
        local.write("express-outbox", "3" + HASH, "{}");
        local.deadLetter(Hop.RECEIVER_EXPRESS, Stream.of(message("3")), "poison");

        var audit = ledger.audit(OrderIds.range(1, 3));

        assertThat(audit.standing(Standing.SEVERAL)).hasSize(3);
        assertThat(audit.of("1").orElseThrow().toString())
                .isEqualTo("order 1: delivered: express-outbox/1-0000000000000000;" + " and delivered: express-outbox/1"
                        + HASH);
        assertThat(audit.deadLettered()).extracting(Account::id).containsExactly("3");
    }

    @Test
    void what_is_no_order_is_accounted_for_by_the_id_of_its_message() {
        var nameless = new ServiceBusMessage(BinaryData.fromString("no order"));
        local.send(Hop.DISTRIBUTOR, message("not/an order"));
        local.send(Hop.DISTRIBUTOR, nameless);
        local.write("rejected-outbox", "a_b" + HASH, "{\"messageId\":\"a/b\",\"message\":\"\"}");
        local.write("rejected-outbox", "0123456789abcdef", "{\"reason\":\"no JSON\",\"message\":\"\"}");

        assertThat(ledger.auditEverything().accounts())
                .extracting(Account::id)
                .containsExactlyInAnyOrder("not/an order", "q-order-ingress#2", "a/b", "0123456789abcdef");
    }

    @Test
    void looking_locks_nothing_and_changes_nothing() {
        local.send(Hop.DISTRIBUTOR, IntStream.rangeClosed(1, 1200).mapToObj(id -> message(Integer.toString(id))));
        var before = local.bus().queue(Hop.DISTRIBUTOR.queue());
        var audit = ledger.audit(OrderIds.range(1, 1200));

        assertThat(audit.standing(Standing.QUEUED)).hasSize(1200);
        assertThat(local.bus().queue(Hop.DISTRIBUTOR.queue())).isEqualTo(before);
    }

    @Test
    void a_message_that_a_service_has_in_hand_is_still_seen() {
        local.send(Hop.DISTRIBUTOR, message("1"));
        try (var receiver = local.sdk()
                .receiver()
                .queueName(Hop.DISTRIBUTOR.queue())
                .disableAutoComplete()
                .buildClient()) {
            var inHand = receiver.receiveMessages(1).stream().findFirst().orElseThrow();

            assertThat(ledger.audit(OrderIds.range(1, 1)).standing(Standing.QUEUED))
                    .hasSize(1);
            receiver.complete(inHand);
        }
    }

    private void defer(Hop hop, ServiceBusMessage message) {
        local.send(hop, message);
        try (var receiver = local.sdk()
                .receiver()
                .queueName(hop.queue())
                .disableAutoComplete()
                .buildClient()) {
            receiver.receiveMessages(1).forEach(receiver::defer);
        }
    }
}
