package dev.orderwave.local;

import static dev.orderwave.local.Suites.wave;

import dev.orderwave.servicebus.QueueStatistics;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Prints how many deliveries a restart in good order costs in the middle of a wave. Not a test: run it with
/// `-Dit.test=RestartCosts`, and `-Dorderwave.deliveries=100` for another maximum than Azure's 10.
class RestartCosts {
    private static final int ORDERS = 2000;
    private static final int MAX_DELIVERIES = Integer.getInteger("orderwave.deliveries", 10);

    @ParameterizedTest
    @EnumSource
    void costs(Restart restart) {
        try (var suite = LocalSuite.start(Suites.config().withMaxDeliveryCount(MAX_DELIVERIES))) {
            var wave = wave(suite, ORDERS);
            wave.awaitDistributed(ORDERS / 4);
            restart.of(suite);
            var report = wave.verify();
            System.out.printf(
                    "COST %-32s max %d: %s, lost %d, duplicated %d%n",
                    restart,
                    MAX_DELIVERIES,
                    describe(suite.backing().statistics().queues()),
                    report.lost(),
                    report.duplicated());
        }
    }

    private static String describe(List<QueueStatistics> queues) {
        return "delivered again %d, abandoned %d, lock expired %d, dead-lettered %d, most failed deliveries of one message %d"
                .formatted(
                        queues.stream()
                                .mapToLong(queue -> queue.delivered() - queue.completed())
                                .sum(),
                        queues.stream().mapToLong(QueueStatistics::abandoned).sum(),
                        queues.stream().mapToLong(QueueStatistics::lockExpired).sum(),
                        queues.stream()
                                .mapToLong(QueueStatistics::deadLetteredTotal)
                                .sum(),
                        queues.stream()
                                .mapToLong(QueueStatistics::mostFailedDeliveries)
                                .max()
                                .orElse(0));
    }

    /// What is restarted by SIGTERM.
    enum Restart {
        NOTHING(suite -> {}),
        DISTRIBUTOR(service(App.DISTRIBUTOR)),
        RECEIVER_EXPRESS(service(App.RECEIVER_EXPRESS)),
        RECEIVER_STANDARD(service(App.RECEIVER_STANDARD)),
        DAPRD_OF_DISTRIBUTOR(daprd(App.DISTRIBUTOR)),
        DAPRD_OF_RECEIVER_EXPRESS(daprd(App.RECEIVER_EXPRESS)),
        DAPRD_OF_RECEIVER_STANDARD(daprd(App.RECEIVER_STANDARD)),
        SERVICE_THEN_DAPRD_OF_EXPRESS(service(App.RECEIVER_EXPRESS).andThen(daprd(App.RECEIVER_EXPRESS))),
        DAPRD_THEN_SERVICE_OF_EXPRESS(daprd(App.RECEIVER_EXPRESS).andThen(service(App.RECEIVER_EXPRESS))),
        BOTH_OF_EXPRESS(both(App.RECEIVER_EXPRESS)),
        EVERYTHING_IN_TURN(
                both(App.DISTRIBUTOR).andThen(both(App.RECEIVER_EXPRESS)).andThen(both(App.RECEIVER_STANDARD)));

        private final Consumer<LocalSuite> action;

        Restart(Consumer<LocalSuite> action) {
            this.action = action;
        }

        void of(LocalSuite suite) {
            action.accept(suite);
        }

        private static Consumer<LocalSuite> service(App app) {
            return suite -> {
                suite.app(app).restartService();
                suite.app(app).awaitReady();
            };
        }

        private static Consumer<LocalSuite> both(App app) {
            return suite -> {
                suite.app(app).restart();
                suite.app(app).awaitReady();
            };
        }

        private static Consumer<LocalSuite> daprd(App app) {
            return suite -> {
                suite.app(app).restartDaprd();
                suite.app(app).awaitReady();
            };
        }
    }
}
