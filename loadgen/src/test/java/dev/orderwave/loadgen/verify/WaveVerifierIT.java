package dev.orderwave.loadgen.verify;

import static dev.orderwave.loadgen.order.Delivery.EXPRESS;
import static dev.orderwave.loadgen.order.Delivery.STANDARD;
import static dev.orderwave.loadgen.verify.Documents.altered;
import static dev.orderwave.loadgen.verify.Documents.order;
import static dev.orderwave.loadgen.verify.Documents.rejection;
import static dev.orderwave.loadgen.verify.Documents.right;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orderwave.azure.AzureException;
import dev.orderwave.azure.BlobStorage;
import dev.orderwave.loadgen.LocalStorage;
import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.latency.Clocks;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaveVerifierIT {

    @Test
    void a_wave_whose_every_order_became_the_right_blob_is_clean() {
        try (var local = LocalStorage.start().withOutboxes()) {
            var wave = List.of(order(1, EXPRESS), order(2, STANDARD), order(3, EXPRESS));
            var storage = local.connect();
            wave.forEach(order -> deliver(storage, order));

            var verification = new WaveVerifier(storage).verify(wave);

            assertThat(verification.isClean()).as("%s", verification).isTrue();
            assertThat(verification.orders()).isEqualTo(3);
        }
    }

    @Test
    void a_blob_may_have_the_hash_of_its_message_in_its_name() {
        try (var local = LocalStorage.start().withOutboxes()) {
            var wave = List.of(order(1, EXPRESS), order(2, STANDARD));
            var storage = local.connect();
            write(storage, "express-outbox", "1-00112233445566ff", right(wave.getFirst()));
            write(storage, "standard-outbox", "2", right(wave.getLast()));

            assertThat(new WaveVerifier(storage).verify(wave).isClean()).isTrue();
        }
    }

    @Test
    void two_blobs_of_one_order_id_in_one_outbox_are_duplicates_and_named() {
        try (var local = LocalStorage.start().withOutboxes()) {
            var order = order(1, EXPRESS);
            var storage = local.connect();
            write(storage, "express-outbox", "1-00112233445566ff", right(order));
            write(storage, "express-outbox", "1-ff00112233445566", altered(order, it -> it.put("orderGuid", "other")));

            var verification = new WaveVerifier(storage).verify(List.of(order));

            assertThat(verification.duplicated())
                    .hasToString("1 (order 1: ended as express-outbox/1-00112233445566ff"
                            + " and express-outbox/1-ff00112233445566)");
            assertThat(verification.corrupted().count()).isEqualTo(1);
        }
    }

    @Test
    void every_kind_of_fault_is_found() {
        try (var local = LocalStorage.start().withOutboxes()) {
            var lost = order(1, EXPRESS);
            var duplicated = order(2, STANDARD);
            var misrouted = order(3, EXPRESS);
            var corrupted = order(4, STANDARD);
            var rejected = order(5, EXPRESS);
            var storage = local.connect();
            deliver(storage, duplicated);
            write(storage, "express-outbox", "2", right(duplicated));
            write(storage, "standard-outbox", "3", right(misrouted));
            write(storage, "standard-outbox", "4", altered(corrupted, it -> it.put("firstName", "Zo?")));
            write(storage, "rejected-outbox", "b1946ac9", rejection(5, "no items"));
            write(storage, "rejected-outbox", "591785b7", rejection(77, "no items"));
            write(storage, "express-outbox", "99", right(order(99, EXPRESS)));

            var verification =
                    new WaveVerifier(storage).verify(List.of(lost, duplicated, misrouted, corrupted, rejected));

            assertThat(verification)
                    .hasToString("5 orders, lost 1 (order 1: no blob and no rejection),"
                            + " duplicated 1 (order 2: ended as express-outbox/2 and standard-outbox/2),"
                            + " misrouted 2 (order 2: should not be in express-outbox/2, order 3: should not be in standard-outbox/3),"
                            + " corrupted 1 (order 4: in standard-outbox/4 firstName should be \"Zoë\", is \"Zo?\"),"
                            + " rejected 1 (order 5: no items),"
                            + " unexpected 2 (express-outbox/99: no order of this wave has this id,"
                            + " rejected-outbox/591785b7: message 77 is not of this wave), late 0");
        }
    }

    @Test
    void a_blob_left_by_an_earlier_wave_does_not_hide_a_lost_order() {
        try (var local = LocalStorage.start().withOutboxes()) {
            var wave = List.of(order(1, EXPRESS));
            var storage = local.connect();
            deliver(storage, wave.getFirst());

            var later = new WaveVerifier(storage).verify(wave, dueIn(Duration.ofMinutes(1)));
            var same = new WaveVerifier(storage).verify(wave, dueIn(Duration.ofMinutes(-1)));

            assertThat(later.lost().count()).isEqualTo(1);
            assertThat(later.unexpected()).hasToString("1 (express-outbox/1: written before this wave)");
            assertThat(same.isClean()).isTrue();
            assertThat(same.latencies().get("express")).isNotNull().satisfies(latency -> {
                assertThat(latency.count()).isEqualTo(1);
                // Due a minute before it was verified, which was some moments after it came.
                assertThat(latency.maxMs()).isBetween(50_000L, 120_000L);
            });
        }
    }

    @Test
    void an_outbox_that_is_not_there_is_named() {
        try (var local = LocalStorage.start()) {
            var verifier = new WaveVerifier(local.connect());

            assertThatExceptionOfType(AzureException.class)
                    .isThrownBy(() -> verifier.verify(List.of(order(1, EXPRESS))))
                    .withMessageStartingWith("container express-outbox does not exist at http://127.0.0.1:");
        }
    }

    private static Timing dueIn(Duration delay) {
        var due = Instant.now().plus(delay);
        return new Timing(DueTimes.together(DataSet.from(OrderGenerator.seeded(1), 1), due), Clocks.AGREEING);
    }

    private static void deliver(BlobStorage storage, Order order) {
        write(storage, Outbox.of(order.delivery()).container(), Integer.toString(order.orderId()), right(order));
    }

    private static void write(BlobStorage storage, String container, String blob, byte[] content) {
        storage.container(container).write(blob, content);
    }
}
