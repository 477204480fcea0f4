package dev.orderwave.loadgen.verify;

import static dev.orderwave.loadgen.order.Delivery.EXPRESS;
import static dev.orderwave.loadgen.verify.Documents.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.latency.ClockOffset;
import dev.orderwave.loadgen.latency.Clocks;
import dev.orderwave.loadgen.latency.Timing;
import dev.orderwave.loadgen.order.Order;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.result.Latency;
import dev.orderwave.loadgen.schedule.DueTimes;
import dev.orderwave.loadgen.verify.Evidence.Corrupted;
import dev.orderwave.loadgen.verify.Evidence.Intact;
import dev.orderwave.loadgen.verify.Evidence.Misrouted;
import dev.orderwave.loadgen.verify.Evidence.Rejected;
import dev.orderwave.loadgen.verify.Evidence.Unexpected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Order ONE = order(1, EXPRESS);
    private static final Order TWO = order(2, EXPRESS);
    private static final Wave WAVE = Wave.of(List.of(ONE, TWO));
    private static final Outbox EXPRESS_OUTBOX = Outbox.EXPRESS;
    private static final Outbox STANDARD_OUTBOX = Outbox.STANDARD;
    private static final Instant DUE = Instant.parse("2030-01-01T00:00:00Z");
    private static final Timing ANY_TIME =
            new Timing(DueTimes.together(DataSet.from(OrderGenerator.seeded(1), 2), DUE), Clocks.AGREEING);

    @Test
    void a_wave_is_clean_if_every_order_ended_once_and_well() {
        var verdict = verdict(intact(ONE, "express-outbox/1"), intact(TWO, "express-outbox/2"));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.intact()).isEqualTo(2);
        assertThat(verdict)
                .hasToString(
                        "2 orders, lost 0, duplicated 0, misrouted 0, corrupted 0, rejected 0, unexpected 0, late 0");
    }

    @Test
    void an_order_without_ending_is_lost() {
        var verdict = verdict(intact(ONE, "express-outbox/1"));

        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.lost().examples()).containsExactly(new Finding("order 2", "no blob and no rejection"));
    }

    @Test
    void an_order_with_two_endings_is_duplicated() {
        var verdict = verdict(
                intact(ONE, "express-outbox/1"),
                intact(TWO, "express-outbox/2"),
                new Rejected(TWO.orderId(), "rejected-outbox/x", "no items"));

        assertThat(verdict.everyOrderEndedOnce()).isFalse();
        assertThat(verdict.duplicated().examples())
                .containsExactly(new Finding("order 2", "ended as express-outbox/2 and rejected-outbox/x"));
        assertThat(verdict.rejected().examples()).containsExactly(new Finding("order 2", "no items"));
    }

    @Test
    void wrong_outbox_and_wrong_content_are_endings_but_not_clean() {
        var verdict = verdict(
                new Misrouted(ONE.orderId(), "standard-outbox/1"),
                new Corrupted(TWO.orderId(), "express-outbox/2", EXPRESS_OUTBOX, DUE, "orderId should be 2, is 3"));

        assertThat(verdict.everyOrderEndedOnce()).isTrue();
        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.misrouted()).hasToString("1 (order 1: should not be in standard-outbox/1)");
        assertThat(verdict.corrupted()).hasToString("1 (order 2: in express-outbox/2 orderId should be 2, is 3)");
    }

    @Test
    void a_rejection_accounts_for_its_order_but_is_not_clean() {
        var verdict =
                verdict(intact(ONE, "express-outbox/1"), new Rejected(TWO.orderId(), "rejected-outbox/x", "no items"));

        assertThat(verdict.everyOrderEndedOnce()).isTrue();
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void blobs_of_other_waves_are_told_but_do_no_harm() {
        var verdict = verdict(
                intact(ONE, "express-outbox/1"),
                intact(TWO, "express-outbox/2"),
                new Unexpected("express-outbox/99", "no order of this wave has this id"));

        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.unexpected().count()).isEqualTo(1);
    }

    @Test
    void only_the_first_offenders_are_named() {
        var wave = Wave.of(
                IntStream.rangeClosed(1, 20).mapToObj(id -> order(id, EXPRESS)).toList());

        var lost = new Judgement(wave, List.of(), Optional.empty()).verdict().lost();

        assertThat(lost.count()).isEqualTo(20);
        assertThat(lost.examples())
                .extracting(Finding::subject)
                .containsExactly("order 1", "order 2", "order 3", "order 4", "order 5");
        assertThat(lost).asString().startsWith("20 (order 1: ").endsWith(", ...)");
    }

    @Test
    void an_order_takes_until_the_end_of_the_second_in_which_its_blob_was_created() {
        var verdict = verdict(
                ANY_TIME,
                arrived(ONE, EXPRESS_OUTBOX, DUE.plusSeconds(2)),
                arrived(TWO, STANDARD_OUTBOX, DUE.plusSeconds(7)));

        assertThat(verdict.latencies()).containsOnlyKeys("all", "express", "standard");
        assertThat(latency(verdict, "express").maxMs()).isEqualTo(3000);
        assertThat(latency(verdict, "standard").minMs()).isBetween(7990L, 8010L);
        assertThat(latency(verdict, "all").count()).isEqualTo(2);
        assertThat(latency(verdict, "all").resolutionMs()).isEqualTo(1000);
    }

    @Test
    void of_an_order_that_came_twice_the_first_time_counts() {
        var verdict = verdict(
                ANY_TIME,
                arrived(ONE, EXPRESS_OUTBOX, DUE.plusSeconds(9)),
                arrived(ONE, EXPRESS_OUTBOX, DUE.plusSeconds(2)));

        assertThat(latency(verdict, "all").count()).isEqualTo(1);
        assertThat(latency(verdict, "all").maxMs()).isEqualTo(3000);
    }

    @Test
    void an_order_is_late_only_if_it_certainly_was() {
        var limit = new Timing(ANY_TIME.due(), ANY_TIME.clocks(), Optional.of(Duration.ofSeconds(5)));

        var verdict = verdict(
                limit,
                arrived(ONE, EXPRESS_OUTBOX, DUE.plusSeconds(5)),
                arrived(TWO, EXPRESS_OUTBOX, DUE.plusSeconds(6)));

        assertThat(verdict.late()).hasToString("1 (order 2: in express-outbox/2 6.0 to 7.0 s after it was due)");
        assertThat(verdict.everyOrderEndedOnce()).isTrue();
        assertThat(verdict.isClean()).isFalse();
    }

    @Test
    void clocks_that_differ_are_reckoned_with() {
        var fiveAhead = new ClockOffset(Duration.ofMillis(4900), Duration.ofMillis(5100));
        var skewed = new Timing(ANY_TIME.due(), new Clocks(ClockOffset.NONE, fiveAhead));

        var verdict = verdict(skewed, arrived(ONE, EXPRESS_OUTBOX, DUE.plusSeconds(7)));

        assertThat(latency(verdict, "all").maxMs()).isEqualTo(3000);
        assertThat(latency(verdict, "all").resolutionMs()).isEqualTo(1100);
    }

    private static Latency latency(WaveVerification verdict, String orders) {
        return Objects.requireNonNull(verdict.latencies().get(orders));
    }

    private static Intact arrived(Order order, Outbox outbox, Instant at) {
        return new Intact(order.orderId(), outbox.container() + "/" + order.orderId(), outbox, at);
    }

    private static Intact intact(Order order, String blob) {
        return new Intact(order.orderId(), blob, EXPRESS_OUTBOX, DUE);
    }

    private static WaveVerification verdict(Evidence... evidence) {
        return new Judgement(WAVE, List.of(evidence), Optional.empty()).verdict();
    }

    private static WaveVerification verdict(Timing timing, Evidence... evidence) {
        return new Judgement(WAVE, List.of(evidence), Optional.of(new Punctuality(timing))).verdict();
    }
}
