package dev.orderwave.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Three places in a row, in which the test puts and moves orders, also while the ledger looks.
class LedgerTest {

    private static final int INGRESS = 0;
    private static final int EXPRESS = 1;
    private static final int OUTBOX = 2;

    private final List<List<String>> places =
            List.of(new ArrayList<String>(), new ArrayList<String>(), new ArrayList<String>());
    private final List<Runnable> events = new ArrayList<>();
    private final Ledger ledger = new Ledger(List.of(
            sightings -> look(INGRESS, sightings),
            sightings -> look(EXPRESS, sightings),
            sightings -> look(OUTBOX, sightings)));

    @Test
    void an_order_is_where_it_was_seen() {
        places.get(EXPRESS).add("7");

        var audit = ledger.audit(OrderIds.range(7, 7));

        assertThat(standing(audit)).isEqualTo(Standing.QUEUED);
        assertThat(audit.looks()).isEqualTo(1);
        assertThat(audit.isClean()).isFalse();
    }

    @Test
    void an_order_that_is_nowhere_is_named_after_a_second_look() {
        places.get(OUTBOX).add("1");

        var audit = ledger.audit(OrderIds.range(1, 2));

        assertThat(audit.unaccounted()).extracting(Account::id).containsExactly("2");
        assertThat(audit.looks()).isEqualTo(2);
    }

    @Test
    void an_order_that_moves_on_between_two_places_is_not_missed() {
        places.get(INGRESS).add("7");
        afterLookAt(INGRESS, () -> move("7", INGRESS, EXPRESS));

        assertThat(standing(ledger.audit(OrderIds.range(7, 7)))).isNotEqualTo(Standing.UNACCOUNTED);
    }

    @Test
    void an_order_that_was_met_in_a_queue_and_again_in_its_outbox_has_one_ending() {
        places.get(INGRESS).add("7");
        afterLookAt(INGRESS, () -> move("7", INGRESS, OUTBOX));

        var audit = ledger.audit(OrderIds.range(7, 7));

        assertThat(standing(audit)).isEqualTo(Standing.DELIVERED);
        assertThat(audit.isClean()).isTrue();
    }

    @Test
    void an_order_that_moves_during_every_look_is_told_where_it_arrived() {
        places.get(INGRESS).add("7");
        afterLookAt(INGRESS, () -> move("7", INGRESS, EXPRESS));
        afterLookAt(EXPRESS, () -> {});
        afterLookAt(OUTBOX, () -> {});
        afterLookAt(INGRESS, () -> {});
        afterLookAt(EXPRESS, () -> move("7", EXPRESS, OUTBOX));

        assertThat(standing(ledger.audit(OrderIds.range(7, 7)))).isEqualTo(Standing.DELIVERED);
    }

    @Test
    void an_order_that_was_put_back_upstream_behind_the_look_is_found_by_the_next() {
        places.get(OUTBOX).add("7");
        afterLookAt(INGRESS, () -> {});
        afterLookAt(EXPRESS, () -> move("7", OUTBOX, INGRESS));

        assertThat(standing(ledger.audit(OrderIds.range(7, 7)))).isEqualTo(Standing.QUEUED);
    }

    @Test
    void a_copy_that_was_delivered_again_does_not_hide_behind_the_blob() {
        places.get(EXPRESS).add("7");
        places.get(OUTBOX).add("7");

        var audit = ledger.audit(OrderIds.range(7, 7));

        assertThat(audit.standing(Standing.SEVERAL))
                .singleElement()
                .satisfies(account -> assertThat(account.traces()).hasSize(2));
        assertThat(audit.isClean()).isFalse();
    }

    @Test
    void a_lost_order_does_not_hide_behind_another_ones_second_copy() {
        places.get(EXPRESS).add("1");
        places.get(OUTBOX).addAll(List.of("1", "2"));

        var audit = ledger.audit(OrderIds.range(1, 3));

        assertThat(audit.unaccounted()).extracting(Account::id).containsExactly("3");
        assertThat(audit.standing(Standing.SEVERAL)).extracting(Account::id).containsExactly("1");
    }

    @Test
    void what_is_not_of_the_wave_is_told_apart() {
        places.get(OUTBOX).addAll(List.of("1", "not an order"));

        var audit = ledger.audit(OrderIds.range(1, 1));

        assertThat(audit.others()).extracting(Account::id).containsExactly("not an order");
        assertThat(audit.isClean()).isTrue();
    }

    @Test
    void without_a_list_of_orders_everything_is_told() {
        places.get(INGRESS).add("10");
        places.get(OUTBOX).addAll(List.of("9", "not an order"));

        var audit = ledger.auditEverything();

        assertThat(audit.wave()).extracting(Account::id).containsExactly("9", "10", "not an order");
    }

    private void afterLookAt(int place, Runnable event) {
        // Places are looked at in turn, so the number of the look says which place it was.
        while (events.size() % places.size() != place) {
            events.add(() -> {});
        }
        events.add(event);
    }

    private void look(int place, Station.Sightings sightings) {
        for (var id : places.get(place)) {
            sightings.saw(id, trace(place, id));
        }
        if (!events.isEmpty()) {
            events.removeFirst().run();
        }
    }

    private static Trace trace(int place, String id) {
        return place == OUTBOX
                ? new Trace.Delivered("outbox", id)
                : new Trace.Queued("q-" + place, Trace.State.ACTIVE, id.hashCode(), 0);
    }

    private void move(String id, int from, int to) {
        places.get(from).remove(id);
        places.get(to).add(id);
    }

    private static Standing standing(Audit audit) {
        return audit.of("7").orElseThrow().standing();
    }
}
