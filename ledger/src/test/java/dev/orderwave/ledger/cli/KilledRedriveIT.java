package dev.orderwave.ledger.cli;

import static dev.orderwave.ledger.Hop.DISTRIBUTOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import dev.orderwave.ledger.LocalAzure;
import dev.orderwave.processes.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A redrive in a process of its own, killed in the middle of it.
class KilledRedriveIT {

    private static final int ORDERS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalAzure local = LocalAzure.startWithLocksOf(Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void rejected_orders_are_neither_lost_nor_changed_when_their_redrive_is_killed_and_started_again() {
        IntStream.range(0, ORDERS).forEach(id -> local.reject(DISTRIBUTOR, id(id), text(id), "no"));

        killInTheMiddle("rejected", "redrive");
        assertThat(local.storage().container("rejected-outbox").list()).isNotEmpty();
        var again = ProgramRun.on(local, "rejected", "redrive");

        assertThat(again.exitCode()).isZero();
        assertThat(local.storage().container("rejected-outbox").list()).isEmpty();
        assertEveryOrderIsBack();
    }

    @Test
    void dead_letters_are_neither_lost_nor_changed_when_their_redrive_is_killed_and_started_again() {
        local.deadLetter(DISTRIBUTOR, IntStream.range(0, ORDERS).mapToObj(id -> LocalAzure.message(id(id))), "poison");
        var sent = local.bus().queue(DISTRIBUTOR.queue()).enqueued();

        killInTheMiddle("dead-letters", "redrive");
        assertThat(sent).isEqualTo(ORDERS);
        assertThat(local.bus().queue(DISTRIBUTOR.queue()).deadLettered()).isPositive();
        var again = ProgramRun.on(local, "dead-letters", "redrive");

        assertThat(again.exitCode()).isZero();
        assertThat(local.bus().queue(DISTRIBUTOR.queue()).deadLettered()).isZero();
        assertEveryOrderIsBack();
    }

    private void killInTheMiddle(String... command) {
        var before = local.bus().queue(DISTRIBUTOR.queue()).enqueued();
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LedgerProgram.class.getName()));
        line.addAll(ProgramRun.arguments(local, command));
        try (var redrive = ChildProcess.start("redrive", line, Map.of(), folder, folder.resolve("redrive.log"))) {
            redrive.await(
                    "some orders to be back",
                    PATIENCE,
                    () -> local.bus().queue(DISTRIBUTOR.queue()).enqueued() >= before + ORDERS / 8);
            redrive.kill();
        }
    }

    /// At least once, and every copy the same, so that all of them end as one blob.
    private void assertEveryOrderIsBack() {
        assertThat(local.drain(DISTRIBUTOR))
                .extracting(ServiceBusReceivedMessage::getMessageId)
                .containsAll(
                        IntStream.range(0, ORDERS).mapToObj(KilledRedriveIT::id).toList());
        assertThat(local.drain(DISTRIBUTOR)).isEmpty();
    }

    private static String id(int id) {
        return Integer.toString(id);
    }

    private static String text(int id) {
        return "{\"orderId\":%d}".formatted(id);
    }
}
