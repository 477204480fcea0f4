package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A journal that can grow no further: the process may write no file beyond 1 MiB, which needs no privilege.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the unit of ulimit -f differs elsewhere")
class FullDiskIT {
    private static final List<String> WITHIN_A_MEBIBYTE = List.of("bash", "-c", "ulimit -f 1024; exec \"$@\"", "bash");
    private static final int IN_BATCH = 10;

    @Test
    void a_bus_that_can_write_no_more_ends_with_all_it_confirmed_in_its_journal(@TempDir Path journal)
            throws Exception {
        var confirmed = new AtomicInteger();
        try (var bus = BusProcess.start(WITHIN_A_MEBIBYTE, arguments(journal))) {
            assertThatThrownBy(() -> sendUntilRefused(bus.ports(), confirmed)).isInstanceOf(RuntimeException.class);

            assertThat(bus.firstError())
                    .contains(journal.toString())
                    .contains("cannot be written")
                    .contains("make room");
            assertThat(bus.saidNoMore()).isTrue();
            assertThat(bus.exitCode()).isEqualTo(1);
        }

        try (var bus = BusProcess.start(arguments(journal));
                var statistics = new StatisticsClient(bus.ports().statistics())) {
            assertThat(confirmed).hasPositiveValue();
            assertThat(statistics.queue("orders").active()).isEqualTo(confirmed.get());
        }
    }

    private static void sendUntilRefused(BusProcess.Ports ports, AtomicInteger confirmed) {
        var messages = Stream.generate(() -> new ServiceBusMessage("x".repeat(4000)))
                .limit(IN_BATCH)
                .toList();
        try (var sender = new ServiceBusClientBuilder()
                .connectionString(ports.connectionString())
                .retryOptions(new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(JavaSdk.PATIENCE))
                .sender()
                .queueName("orders")
                .buildClient()) {
            while (true) {
                sender.sendMessages(messages);
                confirmed.addAndGet(IN_BATCH);
            }
        }
    }

    private static String[] arguments(Path journal) {
        return new String[] {
            "--port", "0", "--statistics-port", "0", "--queue", "orders", "--journal", journal.toString()
        };
    }
}
