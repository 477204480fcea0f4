package dev.orderwave.loadgen.verify;

import static dev.orderwave.loadgen.order.Delivery.EXPRESS;
import static dev.orderwave.loadgen.verify.Documents.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.verify.Evidence.Corrupted;
import dev.orderwave.loadgen.verify.Evidence.Intact;
import dev.orderwave.loadgen.verify.Evidence.Misrouted;
import dev.orderwave.loadgen.verify.Evidence.Rejected;
import dev.orderwave.loadgen.verify.Evidence.Unexpected;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Order ONE = order(1, EXPRESS);
    private static final Order TWO = order(2, EXPRESS);

    @Test
    void a_wave_is_clean_if_every_order_ended_once_and_well() {
        var verdict = verdict(new Intact(ONE, "express-outbox/1"), new Intact(TWO, "express-outbox/2"));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict)
                .hasToString("2 orders, lost 0, duplicated 0, misrouted 0, corrupted 0, rejected 0, unexpected 0");
    }

    @Test
    void an_order_without_ending_is_lost() {
        var verdict = verdict(new Intact(ONE, "express-outbox/1"));

        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.lost().examples()).containsExactly(new Finding("order 2", "no blob and no rejection"));
    }

    @Test
    void an_order_with_two_endings_is_duplicated() {
        var verdict = verdict(
                new Intact(ONE, "express-outbox/1"),
                new Intact(TWO, "express-outbox/2"),
                new Rejected(TWO, "rejected-outbox/x", "no items"));

        assertThat(verdict.everyOrderEndedOnce()).isFalse();
        assertThat(verdict.duplicated().examples())
                .containsExactly(new Finding("order 2", "ended as express-outbox/2 and rejected-outbox/x"));
        assertThat(verdict.rejected().examples()).containsExactly(new Finding("order 2", "no items"));
    }

    @Test
    void wrong_outbox_and_wrong_content_are_endings_but_not_clean() {
        var verdict = verdict(
                new Misrouted(ONE, "standard-outbox/1"),
                new Corrupted(TWO, "express-outbox/2", "orderId should be 2, is 3"));

        assertThat(verdict.everyOrderEndedOnce()).isTrue();
        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.misrouted()).hasToString("1 (order 1: should not be in standard-outbox/1)");
        assertThat(verdict.corrupted()).hasToString("1 (order 2: in express-outbox/2 orderId should be 2, is 3)");
    }

    @Test
    void a_rejection_accounts_for_its_order_but_is_not_clean() {
        var verdict = verdict(new Intact(ONE, "express-outbox/1"), new Rejected(TWO, "rejected-outbox/x", "no items"));

        assertThat(verdict.everyOrderEndedOnce()).isTrue();
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void blobs_of_other_waves_are_told_but_do_no_harm() {
        var verdict = verdict(
                new Intact(ONE, "express-outbox/1"),
                new Intact(TWO, "express-outbox/2"),
                new Unexpected("express-outbox/99", "no order of this wave has this id"));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.unexpected().count()).isEqualTo(1);
    }

    @Test
    void only_the_first_offenders_are_named() {
        var wave = Wave.of(
                IntStream.rangeClosed(1, 20).mapToObj(id -> order(id, EXPRESS)).toList());

        var lost = new Judgement(wave, List.of()).verdict().lost();

        assertThat(lost.count()).isEqualTo(20);
        assertThat(lost.examples())
                .extracting(Finding::subject)
                .containsExactly("order 1", "order 2", "order 3", "order 4", "order 5");
        assertThat(lost).asString().startsWith("20 (order 1: ").endsWith(", ...)");
    }

    private static WaveVerification verdict(Evidence... evidence) {
        return new Judgement(Wave.of(List.of(ONE, TWO)), List.of(evidence)).verdict();
    }
}
