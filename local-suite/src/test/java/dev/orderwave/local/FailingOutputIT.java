package dev.orderwave.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderwave.loadgen.dataset.DataSet;
import dev.orderwave.loadgen.order.OrderGenerator;
import dev.orderwave.loadgen.schedule.Progress;
import dev.orderwave.loadgen.schedule.WaveScheduler;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// An output binding that fails for real: the queue it sends to does not exist.
class FailingOutputIT {
    private static final int EXPRESS = 60;
    private static final int STANDARD = 10;

    @Test
    void orders_that_cannot_be_sent_on_stay_in_their_queue_and_the_others_go_their_way() {
        try (var suite = LocalSuite.start(Suites.config().without(Queue.STANDARD))) {
            schedule(suite, OrderGenerator.seeded(1).withExpressShare(0), STANDARD);
            schedule(suite, OrderGenerator.seeded(2).withExpressShare(1).withFirstOrderId(1000), EXPRESS);

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var bus = suite.backing().statistics();
                assertThat(bus.queue(Queue.EXPRESS.id()).completed()).isEqualTo(EXPRESS);
                assertThat(bus.queue(Queue.INGRESS.id()).abandoned()).isGreaterThan(STANDARD);
            });

            var ingress = suite.backing().statistics().queue(Queue.INGRESS.id());
            assertThat(ingress.completed()).isEqualTo(EXPRESS);
            assertThat(ingress.held() + ingress.deadLettered()).isEqualTo(STANDARD);
        }
    }

    private static void schedule(LocalSuite suite, OrderGenerator generator, int orders) {
        var connection = suite.backing().serviceBusConnectionString();
        try (var scheduler = WaveScheduler.connect(connection, Queue.INGRESS.id())) {
            scheduler.schedule(DataSet.from(generator, orders), Instant.now(), Progress.SILENT);
        }
    }
}
