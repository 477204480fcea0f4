package dev.orderwave.ledger.cli;

import static dev.orderwave.ledger.Hop.DISTRIBUTOR;
import static dev.orderwave.ledger.Hop.RECEIVER_EXPRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.ledger.LocalAzure;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedriveCommandsIT {

    private static final LocalAzure LOCAL = LocalAzure.start();

    @AfterAll
    static void stop() {
        LOCAL.close();
    }

    @Test
    void rejected_orders_are_listed_shown_and_put_back() {
        LOCAL.reject(DISTRIBUTOR, "4711", "{\"delivery\":\"Overnight\"}", "delivery must be Express or Standard");
        var name = LocalAzure.entryName("4711", "{\"delivery\":\"Overnight\"}");

        var list = ProgramRun.on(LOCAL, "rejected", "list", "--reason", "must be");
        var show = ProgramRun.on(LOCAL, "rejected", "show", "4711");
        var dry = ProgramRun.on(LOCAL, "rejected", "redrive", "--dry-run", "--older-than", "0s");
        var nothing = ProgramRun.on(LOCAL, "rejected", "redrive", "--older-than", "1h");

        assertThat(list.out())
                .contains(name + "  distributor  order-router@a1b2c3d4e5f6  delivery must be", "1 rejected");
        assertThat(show.out())
                .contains(
                        "reason   delivery must be Express or Standard",
                        "app      distributor",
                        "module   order-router@a1b2c3d4e5f60718",
                        "message  4711",
                        "{\"delivery\":\"Overnight\"}");
        assertThat(dry.out()).contains(name, "1 would be put back");
        assertThat(nothing.out()).isEqualToNormalizingNewlines("0 put back\n");
        assertThat(LOCAL.bus().queue(DISTRIBUTOR.queue()).enqueued()).isZero();

        var redrive = ProgramRun.on(LOCAL, "rejected", "redrive", "--app", "distributor", "--module", "a1b2", name);

        assertThat(redrive.exitCode()).isZero();
        assertThat(redrive.out()).contains("1 put back");
        assertThat(ProgramRun.on(LOCAL, "rejected", "show", "4711").exitCode()).isEqualTo(1);
    }

    @Test
    void dead_letters_are_listed_shown_and_put_back() {
        LOCAL.deadLetter(RECEIVER_EXPRESS, Stream.of(LocalAzure.message("4712")), "MaxDeliveryCountExceeded");

        var list = ProgramRun.on(LOCAL, "dead-letters", "list", "--queue", "q-order-express");
        var show = ProgramRun.on(LOCAL, "dead-letters", "show", "4712");
        var dry = ProgramRun.on(LOCAL, "dead-letters", "redrive", "--dry-run");
        var redrive = ProgramRun.on(LOCAL, "dead-letters", "redrive", "--reason", "^MaxDelivery");

        assertThat(list.out())
                .contains("q-order-express  4712  0 deliveries  MaxDeliveryCountExceeded: it traps", "1 dead-lettered");
        assertThat(show.out()).contains("queue       q-order-express", "{\"orderId\":4712}");
        assertThat(dry.out()).contains("1 would be put back");
        assertThat(redrive.exitCode()).isZero();
        assertThat(redrive.out()).contains("1 put back");
        assertThat(LOCAL.bus().queue(RECEIVER_EXPRESS.queue()).active()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_meant_is_a_wrong_usage() {
        assertThat(ProgramRun.on(LOCAL, "dead-letters", "list", "--queue", "q-nowhere")
                        .err())
                .contains("--queue q-nowhere is none of [q-order-ingress, q-order-express, q-order-standard]");
        assertThat(ProgramRun.on(LOCAL, "rejected", "list", "--app", "nobody").exitCode())
                .isEqualTo(2);
        assertThat(ProgramRun.on(LOCAL, "rejected", "list", "--newer-than", "soon")
                        .err())
                .contains("'soon' is not an age");
    }
}
