package dev.orderwave.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    @Test
    void a_queue_has_a_lock_of_a_minute_and_a_hundred_deliveries_unless_told_otherwise() {
        assertThat(QueueConfig.named("orders"))
                .isEqualTo(new QueueConfig(
                        "orders",
                        Duration.ofMinutes(1),
                        100,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        256 * 1024,
                        Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$cbs", "orders/$management", "two words", "-orders", "orders/"})
    void a_name_service_bus_would_refuse_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueueConfig.named(name))
                .withMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 301})
    void a_lock_lasts_longer_than_nothing_and_at_most_five_minutes(int seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QueueConfig.named("orders").withLockDuration(Duration.ofSeconds(seconds)))
                .withMessageContaining("orders")
                .withMessageContaining(seconds + " s");
    }

    @Test
    void a_queue_is_configured_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LocalServiceBusConfig.onFreePorts(QueueConfig.named("orders"), QueueConfig.named("Orders")))
                .withMessage("queue Orders is configured twice");
    }

    @Test
    void the_command_line_configures_ports_and_queues() {
        var config = Arguments.parse(
                "--port", "0", "--queue", "a", "--statistics-port", "5301", "--queue", "b:30", "--queue", "c:45:7");

        assertThat(config)
                .isEqualTo(new LocalServiceBusConfig(
                        0,
                        5301,
                        List.of(
                                QueueConfig.named("a"),
                                QueueConfig.named("b").withLockDuration(Duration.ofSeconds(30)),
                                QueueConfig.named("c")
                                        .withLockDuration(Duration.ofSeconds(45))
                                        .withMaxDeliveryCount(7))));
    }

    @Test
    void the_command_line_names_what_few_queues_have() {
        var config = Arguments.parse(
                "--queue",
                "a:30,time-to-live=1h30m,dead-letter-expired",
                "--queue",
                "b,duplicate-window=10m,max-message-kib=1024");

        assertThat(config.queues())
                .containsExactly(
                        QueueConfig.named("a")
                                .withLockDuration(Duration.ofSeconds(30))
                                .withDefaultTimeToLive(Duration.ofMinutes(90))
                                .withDeadLetteringOnExpiration(),
                        QueueConfig.named("b")
                                .withDuplicateDetection(Duration.ofMinutes(10))
                                .withMaxMessageBytes(1024 * 1024));
    }

    @Test
    void messages_are_in_memory_unless_a_folder_is_named() {
        assertThat(Arguments.parse("--queue", "a").journal()).isEmpty();
        assertThat(Arguments.parse("--queue", "a", "--journal", "target/journal")
                        .journal())
                .contains(Path.of("target/journal"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --port          | --port needs a value
                    --port x        | --port must be a whole number, was "x"
                    --port 65536    | port must be 0 to 65535, was 65536
                    --qeue a        | unknown option --qeue
                    --queue a:b     | lock seconds of --queue a:b must be a whole number, was "b"
                    --queue a:1:2:3 | --queue must be name[:lockSeconds[:maxDeliveryCount]]
                    --queue a:0     | lock duration of queue a
                    --queue a:60:0  | max delivery count of queue a
                    --queue a,ttl=1 | --queue a has no setting "ttl=1", only name[
                    --queue a,time-to-live=soon   | time-to-live of --queue a must be a duration such as 30s
                    --queue a,time-to-live=0s     | default time to live of queue a must be more than 0
                    --queue a,duplicate-window=0s | duplicate detection window of queue a must be more than 0
                    --queue a,max-message-kib=0   | max message size of queue a must be 1 KiB to 100 MiB
                    --queue a,max-message-kib=x   | max-message-kib of --queue a must be a whole number, was "x"
                    """)
    void a_wrong_command_line_says_what_is_wrong(String commandLine, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.parse(commandLine.split(" ")))
                .withMessageContaining(message);
    }
}
